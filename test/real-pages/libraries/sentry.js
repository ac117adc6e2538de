import * as Sentry from '@sentry/browser'
import { collect, reports } from '../collect.js'

const replay = Sentry.replayIntegration()
Sentry.init({
  dsn: 'https://key@www.spaceone.test/1',
  tunnel: reports,
  integrations: [replay, Sentry.browserTracingIntegration()],
  replaysSessionSampleRate: 1,
  tracesSampleRate: 1,
})

window.library = {
  /** Reports a message and an error, and records the page. */
  async use(root) {
    root.append('recorded')
    const ids = [
      Sentry.captureMessage('hello'),
      Sentry.captureException(new Error('caught by the page')),
    ]
    return [ids.map(id => id.length), await Sentry.flush(), replay.getReplayId()?.length]
  },
  /** Sends a request to Google through the built-ins that Sentry has replaced. */
  reach(name) {
    fetch(collect(name), { mode: 'no-cors' }).catch(() => {})
    const image = new Image()
    image.src = collect(name)
  },
}
