import { render } from 'preact';

render(<h1>Foedus</h1>, document.getElementById('app')!);
