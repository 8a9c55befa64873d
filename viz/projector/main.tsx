import './projector.css';
import { render } from 'preact';
import { ProjectorApp } from './app.tsx';

render(<ProjectorApp />, document.getElementById('projector')!);
