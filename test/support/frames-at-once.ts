import { vi } from 'vitest'

// Unit tests see what starts after a frame within the call that grants. A test of the order itself
// calls `vi.unmock`.
vi.mock('../../packages/consent/src/shared/after-next-frame.ts', () => ({
  afterNextFrame: async (run: () => unknown) => run(),
}))
