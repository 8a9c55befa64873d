import './student.css';
import { render } from 'preact';
import { keepFocus } from '../classroom/keep-focus.ts';
import { followLanguage } from '../classroom/language.ts';
import { StudentApp } from './app.tsx';

const page = document.getElementById('student')!;
followLanguage();
render(<StudentApp />, page);
keepFocus(page);
