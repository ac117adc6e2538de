import { test } from '@playwright/test'
import { soak } from '../everywhere/soak.ts'
import { tryScenario } from '../everywhere/try-scenario.ts'

// The test in this file takes longest. The file's name sorts first so that Playwright starts this
// test first. Playwright traces are off because tracing keeps snapshots of the page, which would
// spoil the memory counts.
test.use({ trace: 'off' })

test(soak.title, ({ context, page, browserName }) =>
  tryScenario(soak, { context, page, browserName }),
)
