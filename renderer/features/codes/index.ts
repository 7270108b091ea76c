export { CodeDialogs } from './CodeDialogs.tsx';
