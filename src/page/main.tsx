import { hydrate } from 'preact';
import { App } from './app.js';
import { tellTelegram } from './shared/telegram.js';
import './style/page.css';

tellTelegram();
hydrate(<App />, document.getElementById('page') ?? document.body);
// early.js waits for this.
document.documentElement.dataset['ready'] = 'yes';
for (const id of ['opening', 'too-old', 'cut-off']) document.getElementById(id)?.setAttribute('hidden', '');
