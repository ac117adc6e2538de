import { onTestFinished } from 'vitest'
import { startInterceptors } from '../../packages/consent/src/gate/interceptors/start-interceptors.ts'

export const BLOCKED = 'https://www.google-analytics.com/g/collect?v=2'

export const startBlocking = (): { allow(): void; deny(): void } => {
  let category: string | undefined = 'analytics'
  onTestFinished(
    startInterceptors({
      missingGrant: ({ hostname }) =>
        hostname === new URL(BLOCKED).hostname ? category : undefined,
      blocksName: () => false,
    }),
  )
  return {
    allow() {
      category = undefined
    },
    deny() {
      category = 'analytics'
    },
  }
}
