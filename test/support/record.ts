import type { BrowserContext } from '@playwright/test'
import type { ConsentRecord } from '../../packages/consent/src/core/index.ts'
import { PORTAL } from './portal-site.ts'

export const recordIn = async (context: BrowserContext): Promise<ConsentRecord | undefined> => {
  const cookies = await context.cookies()
  const cookie = cookies.find(({ name }) => name === 'spaceone_consent')
  return cookie && JSON.parse(Buffer.from(cookie.value, 'base64url').toString())
}

/** Sets the cookie of a visitor who has answered on an earlier page. The default record refuses. */
export const answeredBefore = async (
  context: BrowserContext,
  record: Partial<ConsentRecord> = {},
) => {
  const t = Math.floor(Date.now() / 1000) - 60
  const whole: ConsentRecord = {
    v: 1,
    p: '1',
    l: 'en',
    t,
    e: t + 180 * 86_400,
    c: { analytics: 0 },
    m: 'reject',
    s: 'banner',
    n: 1,
    ...record,
  }
  const value = Buffer.from(JSON.stringify(whole)).toString('base64url')
  await context.addCookies([{ name: 'spaceone_consent', value, url: PORTAL }])
  return whole
}
