import { GoogleAnalytics, sendGAEvent } from '@next/third-parties/google'
import { HeadManagerContext } from 'next/dist/shared/lib/head-manager-context.shared-runtime'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { consentOf } from '../consent.js'

consentOf()

// The wrapper that Next's app router puts around a site's layout. With it next/script also adds
// preload links.
const layout = createElement(
  HeadManagerContext.Provider,
  { value: { appDir: true } },
  createElement('h1', null, '@next/third-parties'),
  createElement(GoogleAnalytics, { gaId: 'G-WRAPPED' }),
)
createRoot(document.querySelector('#app')).render(layout)

window.sendEvent = name => sendGAEvent('event', name, {})
