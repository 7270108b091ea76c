export { BackupDialogs } from './BackupDialogs.tsx';
