import './student.css';
import { render } from 'preact';
import { StudentApp } from './app.tsx';
import { keepFocus } from './keep-focus.ts';
import { followLanguage } from './language.ts';

const page = document.getElementById('student')!;
followLanguage();
render(<StudentApp />, page);
keepFocus(page);
