import { test } from '@playwright/test'
import { soak } from '../everywhere/soak.ts'
import { tryScenario } from '../everywhere/try-scenario.ts'

// The longest tests of all: by their name they begin first. A trace keeps much of what it has seen of
// a page.
test.use({ trace: 'off' })

for (const scenario of soak)
  test(scenario.title, ({ context, page, browserName }) =>
    tryScenario(scenario, { context, page, browserName }),
  )
