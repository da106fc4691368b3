// The tests that stand beside the engine's code, alone: a mutant must be killed by those that speak of it.
import house from '../../jest.config.js';

const [pkg] = house.projects;

export default {
  ...pkg,
  rootDir: '../..',
  roots: ['<rootDir>/pkg/analyzer', '<rootDir>/pkg/monitor'],
  // Whole fits, ten seconds for each mutant of the model. Without them fewer are noticed, not more.
  testPathIgnorePatterns: ['/seasonal/(golden|properties|seasonal)\\.test\\.ts$'],
};
