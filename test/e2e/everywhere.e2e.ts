import { test } from '@playwright/test'
import { SCENARIOS } from '../everywhere/scenarios.ts'
import { tryScenario } from '../everywhere/try-scenario.ts'

for (const scenario of SCENARIOS)
  test(scenario.title, { tag: '@firefox' }, ({ context, page }) =>
    tryScenario(scenario, context, page),
  )
