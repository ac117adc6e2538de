import { createConsent } from '@spaceone/consent'
import { mountConsentUi } from '@spaceone/consent/ui'
import config from '../consent.config'

mountConsentUi(createConsent(config))
