import { describe } from 'vitest';
import { serviceSuite } from './service-suite.ts';

describe('the service on the embedded store', () => serviceSuite({}));
