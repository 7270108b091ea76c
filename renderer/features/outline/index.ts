export { OutlinePane } from './OutlinePane.tsx';
