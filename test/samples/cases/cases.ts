import { flood } from './flood.ts';
import { officer } from './officer.ts';
import { scotland } from './scotland.ts';
import type { InventedCase } from './story.ts';

/** Every invented case, each told once. */
export const inventedCases: readonly InventedCase[] = [flood, scotland, officer];
