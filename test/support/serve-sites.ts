import type { BrowserContext } from '@playwright/test'
import { SOURCE } from './markup.ts'
import { type PortalSite, type PortalSiteOptions, playPortal } from './portal-site.ts'
import { SDK_PAGE, type SdkPageOptions, sdkPage } from './sdk-page.ts'

export interface Server {
  readonly site: PortalSite
  /** The requests so far for the video that an iframe shows after the grant. */
  readonly films: string[]
  portal: PortalSiteOptions
  page: SdkPageOptions
}

export const serveSites = async (context: BrowserContext, isEnhanced = false): Promise<Server> => {
  const films: string[] = []
  const site = await playPortal(context, () => server.portal, isEnhanced)
  const server: Server = { site, films, portal: {}, page: {} }
  await context.route(`${SDK_PAGE}**`, route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: server.page.csp ? { 'Content-Security-Policy': server.page.csp } : {},
      body: sdkPage(server.page),
    }),
  )
  await context.route(`${new URL(SOURCE).origin}/**`, route => {
    films.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<button>Play</button>' })
  })
  return server
}
