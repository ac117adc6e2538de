import { declareYahooTag } from '../../services/yahoo-tag.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('yahooTag', declareYahooTag)
