import { render } from 'preact';
import './styles/tokens.css';
import './styles/base.css';
import './styles/components.css';
import './styles/shell.css';
import { startRouter } from './router/router.ts';
import { App } from './shell/app.tsx';
import { readSession } from './shell/start-session.ts';

startRouter();
void readSession();
render(<App />, document.getElementById('desk')!);
if ('serviceWorker' in navigator && import.meta.env.PROD)
  navigator.serviceWorker.register('/service-worker.js').catch(() => {});
