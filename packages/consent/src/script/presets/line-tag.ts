import { declareLineTag } from '../../services/line-tag.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('lineTag', declareLineTag)
