import { datadogRum } from '@datadog/browser-rum'
import { collect, reports } from '../collect.js'

datadogRum.init({
  applicationId: '00000000-0000-0000-0000-000000000000',
  clientToken: 'none',
  site: 'datadoghq.com',
  proxy: reports,
  sessionSampleRate: 100,
  sessionReplaySampleRate: 100,
  startSessionReplayRecordingManually: true,
  trackUserInteractions: true,
  trackResources: true,
  trackLongTasks: true,
})
datadogRum.startSessionReplayRecording()

window.library = {
  /** Records an action and an error in a Datadog session. */
  async use(root) {
    root.append('watched')
    datadogRum.addAction('used')
    datadogRum.addError(new Error('caught by the page'))
    // The session begins a moment later, once its cookie is stored.
    while (!datadogRum.getInternalContext()) await new Promise(resolve => setTimeout(resolve, 20))
    const { application_id, session_id, view } = datadogRum.getInternalContext()
    return [application_id, session_id.length, view.id.length]
  },
  /** Sends a request to Google through the built-ins that Datadog has replaced. */
  reach(name) {
    fetch(collect(name), { mode: 'no-cors' }).catch(() => {})
    navigator.sendBeacon(collect(name))
  },
}
