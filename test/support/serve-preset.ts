import type { Page } from '@playwright/test'
import type { Played } from './preset-stand-ins.ts'

/** Serves the vendor's hosts. Returns the addresses that were requested so far. */
export const servePreset = async (page: Page, { hosts, script }: Played): Promise<string[]> => {
  const requested: string[] = []
  await page.route(hosts, route => {
    const url = new URL(route.request().url())
    requested.push(url.href)
    const body = script(url.pathname)
    return route.fulfill({
      headers: {
        'Access-Control-Allow-Origin': route.request().headers()['origin'] ?? '*',
        'Access-Control-Allow-Credentials': 'true',
      },
      ...(body ? { contentType: 'text/javascript', body } : { status: 204 }),
    })
  })
  return requested
}

/** Returns the names of the cookies and keys of a page, without those of the SDK and of Google. */
export const storedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.cookie.split('; ').map(pair => pair.replace(/=.*/, '')),
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
    ].filter(name => name && !/^(spaceone_consent|_ga)/.test(name)),
  )
