import './instructor.css';
import { render } from 'preact';
import { keepFocus } from '../student/keep-focus.ts';
import { followLanguage } from '../student/language.ts';
import { InstructorApp } from './app.tsx';

const page = document.getElementById('instructor')!;
followLanguage();
render(<InstructorApp />, page);
keepFocus(page);
