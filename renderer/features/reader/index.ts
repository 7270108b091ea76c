export { ReaderPane } from './ReaderPane.tsx';
