import fc from 'fast-check';

/** The same values every time, so that a landing never fails by chance; `FC_SEED` looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261130) });
