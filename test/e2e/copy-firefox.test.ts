import { describeCopies } from './copy-comparison.ts';

describeCopies('firefox');
