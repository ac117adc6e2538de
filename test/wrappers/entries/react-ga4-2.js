import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import ReactGA from 'react-ga4-2'
import { consentOf } from '../consent.js'

consentOf()

ReactGA.initialize('G-WRAPPED')
createRoot(document.querySelector('#app')).render(createElement('h1', null, 'react-ga4 2'))

window.sendEvent = name => ReactGA.event(name)
