export { withRepairs } from './with-repairs.tsx';
