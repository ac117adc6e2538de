import type { Visitor } from '../visitor.ts'
import type { World } from '../world.ts'

/** Inserts scripts and sends requests, as a page does. */
export const reach = (visitor: Visitor, scripts: readonly string[], requests: readonly string[]) =>
  visitor.run(
    async (scripts, requests) => {
      for (const src of scripts) {
        const script = document.createElement('script')
        script.src = src
        document.head.append(script)
      }
      for (const url of requests) {
        new Image().src = url
        await fetch(url, { mode: 'no-cors' }).catch(() => {})
      }
    },
    scripts,
    requests,
  )

/** Returns the requested addresses of Google. */
export const hrefs = (world: World) => world.google.map(({ url }) => url.href)
