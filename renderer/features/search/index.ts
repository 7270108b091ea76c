export { searchKeys } from './key-help.ts';
export { SearchBox } from './SearchBox.tsx';
export { SearchPane } from './SearchPane.tsx';
