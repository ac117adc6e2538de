import { SCENARIOS } from '../everywhere/scenarios.ts'
import { tryScenario } from '../everywhere/try-scenario.ts'
import { test } from '../support/page-console.ts'

for (const scenario of SCENARIOS) {
  const { title, isMainJob, isFull } = scenario
  const tag = [...(isMainJob ? ['@firefox'] : []), ...(isFull ? ['@full'] : [])]
  test(title, { tag }, ({ context, page }) => tryScenario(scenario, context, page))
}
