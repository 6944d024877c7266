import { describeGraphStore } from '../../contract/graph-store.ts';
import { makePlace } from './place.ts';

describeGraphStore('SQLite', makePlace);
