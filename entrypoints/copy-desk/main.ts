import { serveCopies } from '../../src/background/copy-desk.ts';

serveCopies();
