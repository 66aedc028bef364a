import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/architecture/**/*.test.ts'],
    // A test that leaves a property of the global world changed would lie about the next one.
    unstubGlobals: true,
    restoreMocks: true,
  },
});
