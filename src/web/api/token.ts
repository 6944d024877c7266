import { keptText } from '../state/kept.ts';

/** The token for writing, as long as the tab is open; empty without. */
export const token = keptText('token');
