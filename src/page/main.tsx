import { hydrate } from 'preact';
import { App } from './app.js';
import { tellTelegram } from './shared/telegram.js';
import './style/page.css';

tellTelegram();
hydrate(<App />, document.getElementById('page') ?? document.body);
