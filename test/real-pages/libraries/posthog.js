import posthog from 'posthog-js'
import { collect, reports } from '../collect.js'

posthog.init('phc_none', {
  api_host: reports,
  // The tests' browsers look like robots, which PostHog ignores.
  opt_out_useragent_filter: true,
  advanced_disable_flags: true,
  disable_external_dependency_loading: true,
  disable_session_recording: true,
  capture_pageleave: true,
})

window.library = {
  /** Captures an event and a click, and reads what PostHog has stored. */
  async use(root) {
    root.innerHTML = '<button>go</button>'
    root.querySelector('button').click()
    const event = posthog.capture('used', { plan: 'free' })
    posthog.register({ plan: 'free' })
    return [event.event, posthog.get_distinct_id().length, posthog.get_property('plan')]
  },
  reach(name) {
    fetch(collect(name), { mode: 'no-cors' }).catch(() => {})
    navigator.sendBeacon(collect(name))
  },
}
