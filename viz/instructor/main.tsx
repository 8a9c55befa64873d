import './instructor.css';
import { render } from 'preact';
import { keepFocus } from '../classroom/keep-focus.ts';
import { followLanguage } from '../classroom/language.ts';
import { InstructorApp } from './app.tsx';

const page = document.getElementById('instructor')!;
followLanguage();
render(<InstructorApp />, page);
keepFocus(page);
