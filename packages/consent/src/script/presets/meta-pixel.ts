import { declareMetaPixel } from '../../services/meta-pixel.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('metaPixel', declareMetaPixel)
