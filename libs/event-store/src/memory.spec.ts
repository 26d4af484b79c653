import { eventStoreContract } from './contract.ts';
import { memoryStore } from './memory.ts';

describe('the log in memory', () => eventStoreContract(async () => memoryStore()));
