// Lets a worker thread run TypeScript where the program runs from its source: development and tests.
import { register } from 'tsx/esm/api';

register();
