"""Acronyms that readers know better than what they stand for, by language; a list is split when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

EVERYWHERE = """
    US USA UK EU UN UAE USSR GDR NATO OECD UNESCO UNICEF NASA ESA FBI CIA KGB BBC CNN ARD ZDF FIFA UEFA OPEC ASEAN
    BRICS AUKUS NAFTA GATT USAID PISA ISIS UNHCR FAO WFP UNDP UNEP UNFPA UNCTAD UNIDO UNAIDS IAEA IPCC OSCE SDG SDGS
    COVID SARS HIV AIDS DNA RNA BMI ADHD LGBT LGBTQ LGBTI PC TV CD DVD PDF HTML XML CSV SQL URL USB SIM SMS GPS GIS
    PNG JPEG JPG SVG GIF YAML JSON
    IP WLAN LED LCD API ISO ISBN ISSN DOI ORCID BIC IBAN ATM PIN QR VIP DJ ID OK IQ HQ CEO CFO CTO CV PR IT ICT AI VAT
    GDP GNP AM PM BC AD CE BCE GMT UTC CET CEST EST EDT PST BST
    MW GW TW KW MWH GWH TWH KWH KV MV HZ KHZ MHZ GHZ KB MB GB TB PB KM CM MM KG MG DB RPM PH UV IR CFC PVC CO
    EUR USD GBP CHF JPY CNY INR PKR BDT LKR NPR AUD NZD CAD MXN BRL ARS CLP COP PEN ZAR NGN KES GHS EGP MAD TND XOF XAF
    RUB UAH PLN CZK HUF RON BGN SEK NOK DKK ISK TRY ILS SAR AED QAR KWD IRR IQD SGD HKD TWD KRW THB VND IDR MYR PHP
    TODO FIXME TBD TBC TBA XXXX
    SUV HGV BMW VW IBM SAP BP HSBC KPMG PWC RAND IKEA DHL UPS TNT BASF
"""
"""Countries, bodies, illnesses, techniques, times, units, currencies (ISO 4217), marks of open-marker, firms."""

KNOWN: Mapping[str, str] = {
    "en": """
        WHO IMF WTO ILO IRS NHS MP MPS MEP PM CEO NGO AGM HR RD FAQ DIY ABC TBC TBD NB PS PHD MA BA MSC BSC MBA LLB LLM
        QC KC JP OBE MBE CBE RAF ITV DC CA NY TX FL IL PA WA MA NJ VA NC GA OH MI PVC IOU PTA CCTV SOS UFO NSW
        GP AGI MIT UCL LSE UCLA YMCA RSVP ETA AKA POW
    """,
    "fr": """
        ONU OTAN FMI OMS OMC OCDE UE UNICEF USA PIB PNB TVA SNCF RATP EDF CNRS ENA INSEE CAC SMIC RSA HLM ONG PME TPE
        SIDA VIH ADN ARN BD TGV CDI CDD SA SARL SAS DOM TOM ZEP RER MJC PMU PDG DRH RTT BEP CAP BTS DUT IUT CHU SAMU
        SMS TNT FAQ CV RH TIC IA ODD GIEC HCR OIT PAM PNUD PNUE CNUCED AIEA BCE
    """,
    "de": """
        EU UNO UN USA BRD DDR NATO WHO IWF EZB BIP BSP LKW PKW ICE IC ARD ZDF CDU CSU SPD FDP AFD GRÜNE BGB GG STGB SGB
        TÜV ADAC DAX AG KG OHG EG GBR EDV PLZ WC GEZ MWST EKG NGO NRO KI IT PR TV MDB BGH BVG DB ÖBB SBB ÖVP SPÖ FPÖ SVP
        AHV HIV DNS RNS KMU FAQ US USD NRW BW MV ILO
    """,
    "es": """
        ONU OTAN FMI OMS OMC OCDE UE UNICEF EEUU EE UU USA PIB PNB IVA DNI ONG SIDA VIH ADN ARN PYME PYMES PSOE PP AVE
        RENFE RAE RTVE IRPF NIF CIF SA SL TIC IA TV CD CV FAQ UNAM OEA CEPAL BID MERCOSUR CDMX ODS OIT PNUD PNUMA
        ACNUR OIEA BCE
    """,
    "pt": """
        ONU NATO OTAN FMI OMS OMC OCDE UE UNICEF EUA USA PIB PNB IVA ONG ONGS SIDA AIDS VIH HIV ADN DNA IBGE SUS INSS
        FGTS ICMS IPTU CPF CNPJ RG SA TV CD CV FAQ IA TIC PT PSDB PS PSD CTT RTP CP OEA BNDES MERCOSUL PALOP CPLP SP RJ
        ODS OIT PNUD PNUMA ACNUR AIEA BCE CEPAL BID FAO PME PMES
    """,
}
"""Those that only readers of one language know."""

SMALL: Mapping[str, str] = {
    "en": "a an and as at by for from in of on or per the to with",
    "fr": "à au aux d de des du en et l la le les ou par pour sur un une",
    "de": "am an auf aus das dem den der des die ein eine für im in mit nach und von vor zu zum zur über",
    "es": "a al con de del e el en la las lo los o para por sobre un una y",
    "pt": "a ao as às com da das de do dos e em na nas no nos o os ou para pela pelo por sobre um uma",
}
"""Words that most acronyms leave out."""


@cache
def known(lang: str) -> frozenset[str]:
    """The acronyms that need no expansion in a language; none in one without a list."""
    return frozenset((EVERYWHERE + KNOWN[lang]).split()) if lang in KNOWN else frozenset()


@cache
def small_words(lang: str) -> frozenset[str]:
    """The words of a language that most acronyms leave out."""
    return frozenset(SMALL.get(lang, "").split())
