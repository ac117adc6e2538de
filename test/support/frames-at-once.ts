import { vi } from 'vitest'

// In unit tests no frame is waited for: services start within the call that grants. A test of the
// real order calls `vi.unmock`.
vi.mock('../../packages/consent/src/shared/timers.ts', async importOriginal => ({
  ...(await importOriginal<object>()),
  afterNextFrame: async (run: () => unknown) => run(),
}))
