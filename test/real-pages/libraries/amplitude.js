import * as amplitude from '@amplitude/analytics-browser'
import { collect, reports } from '../collect.js'

const started = amplitude.init('none', {
  serverUrl: reports,
  flushIntervalMillis: 50,
  autocapture: { networkTracking: true, elementInteractions: true, webVitals: false },
  remoteConfig: { fetchRemoteConfig: false },
}).promise

window.library = {
  /** Tracks an event, and returns how it was answered. */
  async use(root) {
    root.innerHTML = '<button>go</button>'
    await started
    root.querySelector('button').click()
    const { code } = await amplitude.track('used', { plan: 'free' }).promise
    return [code, amplitude.getDeviceId().length]
  },
  /** Sends a request to Google through the built-ins that Amplitude has replaced. */
  reach(name) {
    fetch(collect(name), { mode: 'no-cors' }).catch(() => {})
    const request = new XMLHttpRequest()
    request.open('GET', collect(name))
    request.send()
  },
}
