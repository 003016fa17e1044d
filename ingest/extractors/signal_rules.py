"""The turns of phrase by which an answer says that something is held, given, kept back or too costly: one rule each."""

from __future__ import annotations

from typing import Literal

from .. import numbers
from ..rules import Rule, rule

Kind = Literal[
    "ncnd", "cost", "not-held", "part-held", "part", "disclosed", "withheld", "accessible", "future", "vexatious",
    "repeated", "clarification", "transferred", "referred",
]  # fmt: skip


OF_WHAT_IS_ASKED = (
    r"(?:it|this|what|that which|your|(?:(?:the|this|that) )?(?:\w{4,12} )?(?:information|data|details?|figures|"
    r"material|"
    r"documents?|records?|reports?|e-?mails?|pages?|contents?|answers?|attachments?|text))"
)
BODY = r"(?:we|i|you|police|constabulary|force|service|council|office|mps|psni|department|authority)"
GIVE = r"(?:provide|supply|release|disclose|give|send|share|furnish|divulge|communicate|answer)"
NOT_GOING_TO = (
    r"(?:can(?:not|[’']t| not)|could not|won[’']t|(?:wi|sha)ll not|need not|needn[’']t|(?:do|does)(?: not|"
    r"n[’']t) have to|"
    r"unable to|no (?:legal )?obligation to|not (?:able|going|in a position|permitted|allowed|required|obliged|"
    r"bound|prepared|willing|minded) to)"
)
GIVEN = r"(?:provided|supplied|released|disclosed|given|sent|shared|furnished|divulged|communicated)"
SOME = r"(?:some|parts?|certain|elements?|portions?|several|a (?:proportion|portion|part))"
KEPT_BACK = (
    r"(?:withheld|(?:held|kept) back|exempt(?:ed)?|redacted|removed|omitted|excluded|refused|suppressed|"
    r"(?:left|taken|blanked|blacked|edited|struck) out|caught by|(?:not|n[’']t) (?:being )?(?:released|provided|"
    r"disclosed|"
    r"given|supplied))"
)
"""Verbs of giving and keeping back, and words for a part, of which turns of phrase are composed.

What is kept back is what was asked, by the body: of people and things the same verbs say something else."""
NCND = rule(
    "holding.neither-confirm-nor-deny",
    "the authority will not say whether it holds anything",
    r"\b(?:not in a position|not able|unable) (?:either )?to confirm or deny\b|"
    r"\bneither be confirmed,? n?or (?:be )?denied\b|\b(?:cannot|can[’']t|will not|won[’']t|not going to|"
    r"unable to) (?:say|tell you|confirm or deny) (?:whether|if)\b[^.\n]{0,60}\b(?:hold|held)|\b(?:not able|"
    r"unable) to tell you (?:whether|if)\b[^.\n]{0,60}\bhold|\bdoes not disclose whether\b|"
    r"\bconfirmation or denial is exempt\b|\bneither (?:a )?confirmation n?or (?:a )?denial\b|"
    r"\bcontrary to the public interest to reveal whether\b|\b(?:will|can|do|does)(?: not|"
    r"n[’\']t) confirm nor deny\b|\bexemption from the duty to confirm or deny is maintained\b|"
    r"\brefus\w{1,4} to (?:reveal|say|disclose) (?:whether|if)\b|\bwill not confirm,? (?:if|whether)\b|"
    r"\bnot prepared to (?:say|state|confirm) (?:whether|if)\b|\bnot something (?:which |that )?(?:it|we) (?:will|"
    r"can) confirm or deny\b|\bneither\sconfrim\sn?or\sdeny\b|\bneed not say whether\b|"
    r"\bneither\s(?:to\s)?confirms?(?:ed)?,?\sn?or\s?(?:to\s)?den(?:y|ies|ied)\b|\bNCND\b|"
    r"\bdeclines? (?:either )?(?:either )?to confirm n?or (?:to )?deny\b|\bwill not say whether\b|"
    r"\bunable to confirm or not whether\b|\brelieves? [^.\n]{2,30} of the duty to confirm or deny\b|"
    r"\bno confirmation or denial\b|\bneither admit n?or deny\b|\bdecline to say whether\b|"
    r"\bunable to confirm n?or (?:to )?deny\b|\b(?:position|response|"
    r"stance) is (?:one of )?neither confirming n?or denying\b|\b(?:will|can|do|does)(?:\snot|"
    r"n[’']t)\s(?:either\s)?confirm\sn?or\sdeny\b|\bnac yn cadarnhau nac yn gwadu\b|"
    r"\bni all[^.\n]{0,60}\bgadarnhau na(?: gwadu|c yn gwadu)\b|\brefus(?:es|ed|ing|"
    r"e)\sto\s(?:either\s)?confirm\sor\sdeny\b|\bcannot confirm or deny\b",
    ("Fenshire Police can neither confirm nor deny that it holds", "neither confirm nor deny"),
    ("We will not confirm or deny whether it is held", "will not confirm or deny whether it is held"),
    ("Ni all Heddlu Fenshire gadarnhau na gwadu", "Ni all Heddlu Fenshire gadarnhau na gwadu"),
    ("confirming or denying would harm", None),
    ("The force is not prepared to say whether any device is used", "not prepared to say whether"),
    (
        "It would be contrary to the public interest to reveal whether it exists",
        "contrary to the public interest to reveal whether",
    ),
    ("it can neither be confirmed nor denied by the force", "neither be confirmed nor denied"),
    ("The force is not in a position to confirm or deny that it holds it", "not in a position to confirm or deny"),
)
COST_NOT_HELD = rule(
    "ground.not-held-in-a-format",
    "held, but in a form from which it would cost too much to draw",
    r"\bnot (?:stored|kept|held|recorded|arranged) in (?:such )?a way (?:that|which)\b|\beasily retrievable form\b|"
    r"\bnot in a form (?:that|which|from which)\b|\b(?:cannot|can[’']t|could not|not) (?:be )?(?:easily|"
    r"readily) (?:be )?(?:retriev|extract)ed?\b|\bnot in a format (?:that|which)\b[^.\n]{0,60}\b(?:extract|retriev|"
    r"time)|\b(?:not|n[’']t)(?:\scurrently)?\s(?:held|recorded|hold)\b[^.\n]{0,60}\b(?:retriev\w{1,10}|"
    r"extract\w{0,8}|searchable)\b|\bnot\s(?:held|hold|recorded)\b[^.\n]{0,60}\bin\s(?:an?|"
    r"the)\s(?!requested)[^.\n]{0,30}\bformat\b(?! (?:requested|you))|"
    r"\bnot\b[^.\n]{0,40}\bin an? (?:\w{1,10} )?(?:extractable|retrievable|reportable|searchable) format\b",
    ("is not held in an easily retrievable format", "not held in an easily retrievable"),
    ("we do not hold the information in the format requested", None),
    ("is not held", None),
    ("kept in no central place and could not easily be retrieved", "could not easily be retrieved"),
    ("the data is not stored in a way that lets us retrieve it", "not stored in a way that"),
)
COST = rule(
    "ground.cost-limit",
    "complying would cost more than the law allows for",
    r"\bwould (?:have|need) to (?:open|read|go|look|search|check)\b[^.\n]{0,40}\b(?:every|each|all)\b|"
    r"\btake in the region of (?:1[89]|[2-9]\d|\d{3,4}) hours\b|\b(?:more|greater|beyond|over|exceeds?|"
    r"higher)\b[^.\n]{0,60}\b(?:up to which|to which|at which|than that to which)\b[^.\n]{0,40}\b(?:law|obliges?|"
    r"duty|duties)\b|\b(?:18|24|40) hours\b[^.\n]{0,60}\bwould be (?:passed|exceeded)\b|\b(?:bound|obliged|"
    r"required) by law to (?:bear|meet|spend|incur)\b|\btake (?:upwards of|no less than|at least|some) (?:1[89]|"
    r"[2-9]\d|\d{3,4}) hours\b|\bestablish(?:ing)? if we do,? or don[’']t,? hold\b|\bexcessive in terms of time\b|"
    r"\btime (?:required|needed|taken)\b[^.\n]{0,30}\bconsidered excessive\b|\b(?:limit|threshold|"
    r"ceiling)\b(?:[^.\n]|\.\d){0,100}\bwould be (?:exceeded|surpassed|breached|passed)\b|\b(?:exceed|surpass|"
    r"breach|(?:go|be|come|bring us|take us) (?:over|beyond|past|above|outside))\b[^.\n]{0,60}\b(?:(?:costs?|time|"
    r"fees?) (?:limit|threshold)|limit (?:set|laid|allowed|prescribed|in)\b|(?:18|24|40)[ -]hours?\b|£ ?(?:450|"
    r"600)\b)|\b(?:more|longer|greater|over|beyond|exceeds?|exceed) (?:than )?(?:the )?(?:amount |time |sum |cost |"
    r"limit )?(?:that |which |to which )?(?:we|the (?:force|constabulary|law|act)|parliament|"
    r"an? (?:public )?authority|[a-z]+ (?:police|constabulary))\b[^.\n]{0,40}\b(?:required|obliged|obliges|expected|"
    r"bound|allows?|legally|by law|permits?|permitted)\b|\bexpense\b[^.\n]{0,40}\bexcessive\b|\bcosts? too much\b|"
    r"\bnecessary for (?:each|every|all)\b[^.\n]{0,60}\bto be (?:read|opened|examined|reviewed|checked|searched)\b|"
    r"\bmanual (?:check|search|review|trawl) of\b[^.\n]{0,80}\bwould (?:have|need) to be (?:made|done|"
    r"carried out)\b|\bgoing through [^.\n]{3,60} by hand\b|\bneed to go through (?:each|every|all)\b|"
    r"\bwould have to (?:look|go) through\b|\bcosts? more than\b[^.\n]{0,40}\b(?:limit|level|£\s?(?:450|600))|"
    r"\bmore than the (?:time|limit|cost)\b[^.\n]{0,40}\b(?:law|obliged|allowed|limit)\b|\b(?:go|goes|"
    r"going) (?:beyond|over|past) the (?:cost|appropriate|time|fees?)\b|\bwould have to (?:interrogate|read|open|"
    r"review|check|search|examine)\b[^.\n]{0,60}\b(?:one by one|individually|one at a time|manually|by hand)\b|"
    r"\bwould (?:occupy|take|need|require) (?:about |around |some |approximately |over |an estimated )?(?:1[89]|"
    r"[2-9]\d|\d{3,4}|\d,\d{3}) hours\b(?! of (?!work|staff|officer|time))|"
    r"\breview of each\b[^.\n]{0,40}\bwould be (?:needed|required|necessary)\b|"
    r"\bestimate\w{0,2}\b[^.\n]{0,20}\b(?:1[89]|[2-9]\d|\d{3,4}) hours\b|\bover the (?:time |cost )?limit\b|"
    r"\bwould (?:have|need|require) to be (?:read|opened|checked|searched|reviewed|"
    r"examined)\b[^.\n]{0,30}\b(?:one at a time|one by one|individually|manually|by hand)\b|\bmanual (?:search|"
    r"trawl|review|check)\b[^.\n]{0,30}\b(?:of|through) (?:all|each|every)\b|\binside (?:the )?(?:18|40) hours\b|"
    r"\bexcessive amount of time\b|\bmanual (?:trawl|search|review|check|examination|"
    r"inspection)\b[^.\n]{0,60}\bwould be (?:required|needed|necessary)\b|\bcosts? more than the limit\b|"
    r"\b(?:takes?|taking|puts?|brings?|bringing) (?:your|this|the) request (?:over|beyond|above|past) the\b|"
    r"\b(?:above|over|beyond)\b[^.\n]{0,20}£\s?(?:450|600)\b|\bexceed\w{0,3} the [^.\n]{0,30}\b(?:hours?|"
    r"days)[’\']? limit\b|\btake (?:one|a|an) (?:member of staff|officer|person|individual) (?:some |about |"
    r"approximately |over )?\d|\b(?:amount|equate|come|comes|equates|amounts) to (?:some |about |around |"
    r"approximately |over |an estimated )?\d[\d,.]{0,7} hours\b|\b(?:longer|more) than (?:the )?(?:18|"
    r"40)\s?hours?\b|\bto be manually (?:viewed|reviewed|checked|read|searched|examined|trawled)\b|\bwould (?:need|"
    r"have) to (?:individually|manually)\b|\bwould (?:need|have|be necessary) to\b[^.\n]{0,30}\b(?:each|"
    r"every)\b[^.\n]{0,40}\b(?:by hand|individually|manually)\b|\b(?:each|every|all)\b[^.\n]{0,60}\bwould (?:need|"
    r"have) to be (?:located|opened|read|examined|reviewed|checked|searched|interrogated)\b|"
    r"\bexceed\w{0,3}\b[^.\n]{0,40}\b(?:permitted|allowed|prescribed) (?:hours|time|limit)\b|"
    r"\bcost of determining whether\b[^.\n]{0,80}\b(?:is|are) more than\b|\b(?:exceed\w{0,3}|in excess of|beyond|"
    r"over|above)\b[^.\n]{0,60}\b(?:18|40|24)\s?-?hours?\b|\bwithin\b[^.\n]{0,60}\b(?:18|40)\s?-?hours?\b|"
    r"\b(?:exceed|in excess of|over|more than|take|taking)\s(?:an estimated |approximately |around |some )?(?:1[89]|"
    r"[2-9]\d|\d{3}|\d,?\d{3})\s?hours\b(?! of (?!work|staff|officer|time))|"
    r"\bappropriate\W{1,3}(?:costs?\W{1,3})?(?:\(cost\) )?(?:limit|level)\b(?!\)? and fees)|"
    r"\bcosts? of (?:compliance|\w{4,14}ing)\b[^.\n]{0,120}(?:exceed|too high|in excess|above|over)|"
    r"\bexceed\w{0,3}[^.\n]{0,40}\b(?:time|costs?)\W{1,3}(?:and costs? )?(?:limit|threshold)s?\b|"
    r"\bexceed\w{0,3}[^.\n]{0,40}(?:£|GBP)\s?(?:450|600)\b|\bexceed[^.\n]{0,60}\blegally\b|\bexcess costs?\b|"
    r"\bwould (?:be necessary to|need to|require|entail|involve|mean|"
    r"have to)\b[^.\n]{0,60}\bmanual(?:ly)?\b[^.\n]{0,40}\b(?:search|review|check|examin|read|trawl|interrogat)|"
    r"=\s?\d{2,4} hours\b|\bcost(?:ing)? (?:more than|over|in excess of) (?:£|GBP)\s?(?:450|600)\b|"
    r"\bgrounds? of (?:excess(?:ive)? )?costs?\b|\b(?:over|above|beyond)\b[^.\n]{0,40}\b(?<!\bday )(?:costs?|time|"
    r"fees?)\s(?:ceiling|threshold|limit)s?\b|\bin excess of\s(?:£|GBP)?\s?(?:450|600)\b|\btoo (?:expensive|"
    r"costly)\b|£(?:450|600)\s(?:cost )?limit|\bat £25 (?:per|an) hour\b|\bfees limit\b",
    ("would exceed the appropriate limit", "appropriate limit"),
    ("It is refused on grounds of cost", "grounds of cost"),
    ("This would entail staff manually searching each record", "would entail staff manually search"),
    ("the cost of the uniforms", None),
    (
        "the cost of determining whether any is or isn’t held is more than we are required to meet",
        "cost of determining whether any is or isn’t held is more than",
    ),
    ("Disclosed over the 40 day time limit", None),
    ("11,208 records would equate to 934 hours of work", "equate to 934 hours"),
    ("This would require in excess of 5,000 records to be manually viewed", "to be manually viewed"),
    ("each record would need to be located", "each record would need to be located"),
    ("a manual trawl of training records would be required", "manual trawl of training records would be required"),
    ("It may be placed on the website within 24 hours", None),
    ("Files would have to be read one at a time", "would have to be read one at a time"),
    ("reading them would occupy about 90 hours", "would occupy about 90 hours"),
    ("To research every case would go over the appropriate limit", "go over the appropriate"),
    ("someone would need to go through each response", "would need to go through each"),
    ("the limit laid down in s.12 would be exceeded by compliance", "limit laid down in s.12 would be exceeded"),
    ("It would cost too much", "cost too much"),
    ("it would be necessary for each response to be read in full", "necessary for each response to be read"),
    ("drivers exceed the speed limit", None),
    (
        "would cost more than the sum up to which the law obliges us to comply",
        "more than the sum up to which the law obliges",
    ),
    ("On that basis it would take upwards of 165 hours", "take upwards of 165 hours"),
    ("Staff would need to go by hand through every file", "would need to go by hand through every"),
)
PART_HELD = rule(
    "holding.part-held",
    "some of what is asked is held",
    r"\bheld,? in part\b|\bholds? (?:only )?(?:some|part) of (?:the|this|that|"
    r"your requested) (?:requested )?information\b(?![^\n]{0,160}\b(?:more|further|additional) time\b)",
    ("The information is held, in part, by us.", "held, in part"),
    ("The information is held.", None),
    ("We hold some of the information but need more time to consider it.", None),
    ("Fenshire Police holds part of this information.", "holds part of this information"),
)
NOT_HELD = rule(
    "holding.not-held",
    "nothing of the kind is held",
    r"\bnil held\b|^\W{0,2}no recorded information(?: (?:in|under|on|for) (?:this|that)[^.\n]{0,20})?\.?$|"
    r"\bno (?:recorded )?information exists\b|\bha(?:s|ve) no information (?:falling )?(?:within|under|in scope)\b|"
    r"\bis not something [^.\n]{2,40} uses\b|\bno figure can be given\b|\bnot information (?:(?:that|"
    r"which) [^.\n]{2,40} holds\b|held by\b)|\bno facility\b[^.\n]{0,40}\b(?:for recording|to record)\b|"
    r"\bno (?:\w{1,14} ){1,6}(?:is|are|was|were) (?:possessed|retained|kept|maintained|stored|in existence)\b|"
    r"\b(?:do|does|did)(?: not|n[’']t) (?:\w{4,12}ly )?(?:hold|keep|retain|possess|have|log|store) (?:any (?:record|"
    r"information|data|detail|figure|such)|this|that information|such (?:information|data|records?)|the information|"
    r"the data|details|what you)\b|\bdo(?:es)? not (?:keep|maintain) (?:a|any) [^.\n]{0,60}\b(?:register|records?|"
    r"list|log|database)\b|\bholds nothing\b|\bthere is no information to (?:give|provide|disclose)\b|"
    r"\bno (?:central )?records? (?:is|are) (?:kept|maintained)\b|\bno info (?:is )?held\b|\bthere is no document\b|"
    r"\bha(?:s|ve) never (?:collated|recorded|held|kept|collected)\b|\bunable to trace\b|\bno (?:report|document|"
    r"policy|paper|assessment|evaluation)s? (?:has|have) been (?:written|produced|made|created)\b|\bthere (?:is|"
    r"are) no (?:\w{1,12} )?(?:policy|policies|procedures?)\b|\b(?:data|figures?|information|details?|"
    r"records?) not (?:held|recorded|kept)\b|\bdo(?:es)? not (?:store|log) (?:this|that|the|such|any|data|"
    r"information|details|which|whether|where)\b|\bno cop(?:y|ies) (?:is|are) (?:kept|held|retained)\b|"
    r"\bdo(?:es)? not have (?:a copy|copies)\b|\bis information not held\b|\bno such [^.\n]{2,30} exists\b|"
    r"\bno trace of\b|(?<!\bif )\bthere is no such [^.\n]{2,40} in existence\b|\bha(?:s|ve) no information (?:for|"
    r"on|about|regarding|relating)\b|\bno cop(?:y|ies) (?:survives?|exists?)\b|\b(?:was|were|"
    r"been) destroyed\b[^.\n]{0,60}\bretention\b|\bha(?:s|ve) no (?:specific |such |written |separate |"
    r"formal )?(?:policy|policies|procedures?)\b|\bno (?:minutes|notes) (?:were|was) (?:taken|kept|made)\b|"
    r"\bnot information (?:that |which )?(?:the |this |our )?[^.\n]{0,40}\b(?:holds?|records?|keeps?)\b|"
    r"\bthere is no recorded information\b|^neither [^.\n]{3,60} nor [^.\n]{3,60} (?:holds?|keeps?|records?)\b|"
    r"\bnothing (?:is|was) recorded\b|\bthere is nothing (?:held|recorded)\b|\bfailed to (?:locate|find|identify|"
    r"reveal) any\b|\bno information (?:is |was )?recorded\b|(?:\bthere is |"
    r"\bthat )?\bno (?:\w{1,12} ){0,2}information[^.;\n]{0,60}?\b(?:is |was |are )?held\b|\b(?:do|does|"
    r"did) not,? (?:currently |however,? |therefore )?(?:hold|possess)\b(?! (?:all|everything|enough)\b)|\b(?:do|"
    r"does|did)n[’']t (?:currently )?(?:hold|possess|record)\b|\b(?:is|are|was|were)(?: therefore)?(?: not|"
    r"n[’']t) (?:specifically |centrally |currently )?(?:held|recorded)\b|\bdo(?:es)? not have (?:this|the|any|that|"
    r"such) information\b|\bdo(?:es)? not (?:routinely |centrally |currently |specifically )?(?:record|capture|"
    r"monitor) (?:this|that|it|where|what|which|whether|how|when|who|the|such|any|data|information|details|"
    r"figures)\b|\bha(?:s|ve|d) no (?:\w{1,12} )?(?:records?|information)(?: held)? (?:of|on|about|relating|"
    r"in relation)\b|\b(?:i|we) hold (?:no|nothing)\b|\bthere (?:is|are|was|were) no (?:\w{1,14} ){1,4}held\b|"
    r"\bdo(?:es)? not have (?:a|any) (?:\w{1,14} ){0,2}(?:policy|policies|procedures?|documents?|records?)\b|"
    r"\bdo(?:es)? not (?:\w{1,12} ){0,5}hold (?:this|the|any|that) information\b|^\W?(?:n/a,? )?not (?:held|"
    r"recorded)\b(?!\W{0,2} means)|\bno (?:\w{1,14} ){1,6}(?:is|are|was|were) (?:held|recorded)\b|"
    r"\bholds? no (?:\w{1,12} ){0,2}(?:information|records?|data)\b|\bnot something on which we hold\b|"
    r"\bno (?:\w{1,12} ){0,2}(?:records?|information|documents?|data) (?:was|were|has been|have been|"
    r"could be) (?:located|found|identified)\b|\b(?:located|found|identified|returned|"
    r"produced) no (?:\w{1,12} ){0,1}(?:records?|information|documents?|results?)\b|\bunable to (?:locate|find|"
    r"identify) any (?:\w{1,12} ){0,1}(?:information|records?|documents?)\b|\bdo(?:es)? not (?:keep|retain|"
    r"collate) (?:this|that|the|such|any|data|information|records?)\b|(?<!\bif )\bthere (?:is|"
    r"are) no such (?:\w{1,14} )?(?:information|records?|data|documents?|polic(?:y|ies)|reports?|agreements?|"
    r"contracts?|guidance)\b|\bno longer (?:holds?|held)\b|^(?:information not|nothing) (?:held|recorded)\b|"
    r"\bnone (?:is|are|was|were) held\b|\bnot in possession of (?:any|the|this|that)\b|"
    r"^requested information not held\b|\bhas no recorded information\b|\bdo(?:es)? not exist within the records\b|"
    r"\bnothing (?:is|was) held\b|\bnot in (?:our|its) possession\b|\bis not (?:information|something|data) (?:that|"
    r"which) [^.\n]{0,40}\bholds?\b|\b(?:nid yw|nad yw)[^.\n]{0,60}\bwybodaeth yn cael ei (?:chadw|dal)\b|"
    r"\bdim gwybodaeth[^.\n]{0,20}\b(?:yn cael ei chadw|wedi[’']i chofnodi)\b|\bnot currently (?:use|utilis|"
    r"us)\w{0,4}|\bno (?:\w{1,12} ){0,2}(?:documentation|records?|information) (?:is|are) (?:in existence|held)\b|"
    r"\bdoes not use\b",
    ("I can confirm that there is no information held.", "there is no information held"),
    ("We do not hold this", "do not hold this"),
    ("We don't hold any.", "don't hold"),
    ("No such complaints are held.", "No such complaints are held"),
    ("The searches located no records.", "located no records"),
    ("Nothing is held.", "Nothing is held"),
    ("Nid yw’r wybodaeth yn cael ei chadw", "Nid yw’r wybodaeth yn cael ei chadw"),
    ("information is held", None),
    ("There is no such offence", None),
    ("We do not record where they are kept", "do not record where"),
    ("There is no information recorded by the force.", "no information recorded"),
    ("The enquiries we made failed to locate any record", "failed to locate any"),
    ("No trace of any correspondence has been found", "No trace of"),
    (
        "Neither Norfolk nor Suffolk Constabulary holds data before 2009",
        "Neither Norfolk nor Suffolk Constabulary holds",
    ),
    ("Data not held.", "Data not held"),
    ("There is no policy on this subject.", "There is no policy"),
    ("No central record is kept of them", "No central record is kept"),
    ("We do not keep a central register of them", "do not keep a central register"),
    ("These fields do not hold all information about it", None),
    ("No recorded information exists within the force", "No recorded information exists"),
    ("Nil held.", "Nil held"),
    ("No recorded information in this regard.", "No recorded information in this regard."),
    ("This is not information held by the Office", "not information held by"),
)
PART = rule(
    "disclosure.part",
    "some is given and some is kept back",
    r"\bnot been (?:counted|included) in (?:this|the) (?:total|figure|number)s?\b[^.\n]{0,40}\b(?:by virtue|under|"
    r"pursuant)\b|\bnothing (?:more|further|else) (?:will|can) be (?:provided|released|disclosed)\b|\b(?:release|"
    r"provide|disclose|supply|give|let)(?: you| you have)?(?: with)? (?:a (?:portion|part|proportion)|part|some|"
    r"certain) of (?!the reasons?)|\b(?:remaining (?:information|data|material)|what remains|"
    r"everything else)\b[^.\n]{0,40}\b(?:exempt|withheld)\b|\banswer in part\b|\b(?:some|parts?|a (?:portion|"
    r"part)) of (?:it|this|the|what|that|your)\b[^.\n]{0,60}\b(?:can|will|may) (?:now )?be (?:provided|supplied|"
    r"released|disclosed|given|sent|shared)\b|\b(?:you are|being) (?:to be )?given (?:a )?(?:part|portion|some)\b|"
    r"\ball (?:of )?(?:the )?other (?:information|figures|data|details)\b[^.\n]{0,60}\b(?:is|are) (?:in|provided|"
    r"given|shown|attached|supplied)\b|\bportions? of [^.\n]{2,40} blacked out\b|"
    rf"(?<!\bthis )(?<!\bthat )\b{SOME} (?:of )?{OF_WHAT_IS_ASKED}\b(?:(?!accessible|available|"
    rf"published)[^.\n]){{0,60}}?\b(?:{KEPT_BACK}\b|(?<!if ){NOT_GOING_TO} (?:be )?(?:{GIVE}|{GIVEN})\b)|"
    rf"\b{NOT_GOING_TO} {GIVE}(?: you)?(?: with)? (?:all|everything|the whole)\b|\b(?:hold|keep|held|kept|holding|"
    rf"keeping) back (?:part|some)\b|\b(?:we|i)(?: have|[’']ve) (?:left|taken|blanked|blacked|"
    rf"edited) out\b(?! (?:points?|questions?|parts?)\b)|"
    r"\bpart of the information\b[^.\n]{0,60}\bis (?:set out|given|provided|shown|attached)\b|\b(?:some|part|"
    r"parts) of it,?(?: however,?)? (?:is|are|has been|have been) (?:also |therefore )?(?:being )?(?:exempt\w{0,2}|"
    r"withheld|refused|redacted)\b|\bnot included in (?:this|the)(?: part of the)? (?:disclosure|response)\b|"
    r"\bunable to provide some\b|\bwith the exception of\b[^.\n]{0,120}\bwithheld\b|\bsome (?:data|information|"
    r"material|details) ha(?:s|ve) been (?:withheld|redacted|removed|exempted)\b|"
    r"\bany other information is exempt\b|\bmajority of\b[^.\n]{0,80}\battached\b[^.\n]{0,40}\bafraid\b|"
    r"\bsave for\b[^.\n]{0,120}\bexempt\b|\b(?:true|actual|exact) (?:number|figure)s? (?:is |being |"
    r"are )?withheld\b|\bfrom which [^.\n]{2,40} (?:has|have) been removed\b|\bwith (?:paragraphs?|sections?|names|"
    r"details|slides|the [^.\n]{2,30}) [^\n]{0,40}(?:removed|blanked out|redacted)\b|"
    r"\brefusal notice for the parts? of\b|\bless (?:paragraphs?|sections?|pages?|"
    r"appendix)\b[^.\n]{0,40}\b(?:withheld|exempt|redacted)\b|\bsuppressed\b[^.\n]{0,80}\b(?:section|exempt\w{0,4})|"
    r"\bparts? of the [^.\n]{2,40} (?:is|are) exempt\b|\b(?:partially granted|granted in part|(?:attached|"
    r"enclosed) in part)\b|\b(?:figures?|totals?|numbers?|data) (?:does not include|do not include|"
    r"excludes?)\b[^.\n]{0,160}\b(?:pursuant to|under|by virtue of|in line with) sec|\bsubject to the (?:deletion|"
    r"redaction|removal) of\b|\bexemptions? (?:apply|applies|has been applied|"
    r"have been applied) to the (?:remainder|rest)\b|\bsome of (?:it|this|(?:the|that|"
    r"your) (?:requested )?information(?: you (?:have )?(?:requested|asked for|sought))?) is (?:being )?(?:provided|"
    r"given|disclosed|attached|released|enclosed)\b|\b(?:decided|able|happy) to (?:provide|disclose|release|"
    r"supply) (?:you with )?(?:only )?(?:some|part)\b|^(?:and )?(?:partially|partly) exempt\b|\bappl(?:ied|ies|"
    r"y) (?:to )?(?:part|some) of\b|^(?:whilst|while|although) (?:we|i) (?:am|are|"
    r"can)\b[^.\n]{0,160}\bwithh(?:olding|eld)\b|\bnot (?:obliged|required|able) to (?:supply|provide|disclose|"
    r"release)[^.\n]{0,60}\bin full\b|\b(?:the )?(?:remainder|rest)\b(?! of (?:the|your) (?:questions|"
    r"request))[^.\n]{0,60}\b(?:exempt|withheld|refused)|(?<!\bthis )\bpart of (?:the|this|"
    r"your)\b[^.\n]{0,80}\b(?:exempt|withheld)\b|\bsome,? though not all\b|\bnot all (?:of )?(?:the )?information\b|"
    r"\b(?:majority|greater part|most) of\b[^.\n]{0,90}\b(?:exempt|withheld)|\bcertain [^.\n]{0,40} (?:is|are|"
    r"have been|has been) withheld\b|\b(?:passages|paragraphs|parts) [^.\n]{0,20}(?:are|is) withheld\b|"
    r"(?<!\bnothing has been )\b(?:blacked|blanked|edited|taken|cut) out\b(?! of (?:use|service))|\b(?:has|"
    r"have) been left out\b|\b(?:provided|granted|released|disclosed) (?:only )?in part\b|\blet you have some\b|"
    r"\bgiven below but\b[^.\n]{0,60}\bwithheld\b|\b(?:save for|with the exception of|except for|"
    r"apart from)\b[^.\n]{0,120}\b(?:released|provided|disclosed|attached)\b|\b(?:provid|disclos|releas|giv|suppl|"
    r"attach)\w{0,4}\b[^.\n]{0,60}\bbut not the details\b|\bbut not the (?:breakdown|names)\b|\bparts? of (?:it|"
    r"them) withheld\b|\bmajority,? however\b[^.\n]{0,60}\bexempt|\bdisclos(?:e|ing) (?:some|part) of\b|"
    r"\bable to (?:provide|disclose|release|supply) (?:only )?(?:some|part)\b|\bpartial (?:response|disclosure)\b|"
    r"\bpartially (?:responding|disclosing|answering)\b|\brefuse(?:s|d)? (?:access to )?(?:some|part) of\b|"
    r"\bsome of (?:the|that|this)(?: \w{1,12})? information[^.\n]{0,60}(?:exempt|withh)|\bsome of (?:the|our|"
    r"these)(?: \w{1,14}){0,3} (?:cannot|can not|will not|(?:has|have) (?:not )?been|is not|are not)\b|"
    r"\bnot possible to (?:meet|answer|comply with) your (?:requirements|request) in full\b|\bparts? of (?:this|the|"
    r"your) request (?:is|are) exempt\b|\bnot (?:obliged|required|able)(?: by \w{1,10})? to (?:supply|provide|"
    r"disclose|release) (?:all|everything)\b|\b(?:disclosed|released|provided|supplied|disclosure|withheld|"
    r"refused) in part\b|\bpartly (?:disclosed|refused|withheld)\b|\bsome (?:of it )?is (?:exempt|withheld)\b|"
    r"\b(?:details?|information|content|text|parts?) (?:has|have) been (?:removed|redacted)\b|\bha(?:s|"
    r"ve) been removed (?:under|pursuant|in line)\b|\bremoved under\b|\bhas been (?:removed|taken out|"
    r"omitted) from (?:the|this|it)\b|\btaken out of it\b|\bparts (?:of it )?are withheld\b|"
    r"^part(?:ial)? disclosure\b|^(?:and )?(?:partly |partially )?disclose part\b|\bexempt(?:ing)? part of\b|"
    r"\bwithholding (?:some|part)\b|\bnot required to release all\b|\bfurther (?:breakdown|details?|"
    r"information about)\b[^.\n]{0,80}\b(?:exempt|withheld)\b|\bnot obliged to (?:provide|supply|release|"
    r"disclose)(?: you with)? an?y? further (?:breakdown|details?)\b|\bnot in full\b|"
    r"\bhold some information and this is being\b|\bsome of (?:the information you|it (?:is given|exempt))\b|"
    r"(?<!\bwithout )(?<!\bwithout any )\bredact(?:ed|ions?)\b|\bexempt(?:ion|"
    r"ed)?[^.]{0,80}\bin part\b(?! (?:i{1,3}|iv|v|\d)\b)|\bnot been disclosed\b|\bconsider some of (?:it|"
    r"the information)\b|^in part\b|\babove is (?:everything|all) (?:that )?we (?:will|can) disclose\b",
    ("I am able to provide a partial response", "partial response"),
    ("in full", None),
    (
        "Whilst we are giving the totals, the force is withholding the names.",
        "Whilst we are giving the totals, the force is withholding",
    ),
    ("We have decided to provide some of the information.", "decided to provide some"),
    ("Section 31(1) exemptions apply to the remainder of the request.", "exemptions apply to the remainder"),
    ("We were asked to record the yards, but not the details of each.", None),
    ("disclose it subject to the deletion of names", "subject to the deletion of"),
    ("This figure excludes covert vehicles pursuant to Section 31", "figure excludes covert vehicles pursuant to Sec"),
    ("The request has been partially granted.", "partially granted"),
    ("parts of the correspondence are exempt", "parts of the correspondence are exempt"),
    ("It is supplied with paragraphs 4.2 to 4.9 removed because", "with paragraphs 4.2 to 4.9 removed"),
    ("Some data has been withheld as it is exempt", "Some data has been withheld"),
    ("Part of it, however, is being withheld under s.31(1)(a)", "Part of it, however, is being withheld"),
    ("Some of it we can't give you.", "Some of it we can't give"),
    ("But we can’t give you all of it.", "can’t give you all"),
    ("We hold back part of it under s.40(2)", "hold back part"),
    ("A decision has been reached to provide you with a portion of it.", "provide you with a portion of "),
    ("All the other figures you have requested are in this table.", "All the other figures you have requested are in"),
    ("They have not been counted in this total by virtue of Section 31", "not been counted in this total by virtue"),
    ("part of what you have asked for can be released to you", "part of what you have asked for can be released"),
)
DISCLOSED = rule(
    "disclosure.given",
    "what is asked is given, below or with the letter",
    rf"^(?![^\n]*\b(?:exempt\w*|factors?|reasons?|explan\w+|links?|guidance|test|considerations?|arguments?|harm|"
    rf"decision|section|response|repl(?:y|ies)|answers?|requests?|questions?)\b)[^\n]{{0,200}}?\b(?:is|are|has been|"
    rf"have been) (?:{GIVEN}|set out|shown|listed) (?:to you )?(?:below|underneath|here|overleaf|beneath|herewith|"
    rf"as follows)\b|\byou will find (?:with|attached|enclosed|it in the attached)\b|"
    rf"\beverything (?:else )?you (?:have )?(?:asked for|requested)\b[^.\n]{{0,30}}\b(?:accompanies|is (?:in|"
    rf"attached|provided))\b|\b(?:is|are) (?:{GIVEN}|contained|set out) in (?:in )?the (?:accompanying|attached|"
    rf"enclosed|pdf|spreadsheet|documents? attached|files? attached)\b|\bcan be shared with you\b|"
    rf"\bin the table (?:which|that) follows\b|\bcontains? a copy of the information\b|"
    rf"\bprovided? (?:as )?set out here\b|\bcan be released to you\b|\bwill be released to you\b|"
    r"\b(?:refer to|see) the (?:documents?|spreadsheets?|files?|tables?|lists?|sheets?) (?:attached|enclosed|"
    r"below)\b|\bis (?:set out|shown) below\b|\bcan be found (?:at the foot|overleaf|in the table)\b|"
    r"\bwill be (?:disclosed|released|provided|supplied) to you\b|\bplease find the (?:requested )?information\b|"
    r"\b(?:i|we) attach\b|\bdecision (?:is|has been (?:taken|made)|was (?:taken|made)) to (?:disclose|release|"
    r"provide)\b(?! (?:some|part)\b)|\bi am releasing\b|\bcan be released and\b|\b(?:amounts|figures|totals|"
    r"details) are given in the\b|\bsuitable for disclosure is\b|\bwe are (?:sending|providing|releasing|disclosing|"
    r"supplying|enclosing) (?!an? (?:explanation|refusal))|\bthe (?:response|answer)s? to (?!this|"
    r"that)[^.\n]{2,40} (?:is|are) (?:(?:none|nil|no|yes|nought|zero)\b|£?\d)|\bit is as follows\b|"
    r"\bcan be (?:disclosed|released|provided) to you\b|\bnow (?:provide|disclose|release|supply) (?:you|the|this|"
    r"it)\b|\b(?:i|we) have included (?:the )?(?:figures|data|details|information)\b|\b(?:this|these|it|they|"
    r"which) ha(?:s|ve) been (?:supplied|provided|given)\b|\b(?:i|we) (?:also )?enclose\b|\b(?:results?|data|"
    r"figures|information)\b[^.\n]{0,40}\b(?:is|are) (?:shown|set out|contained) (?:at|in|on|below|overleaf)\b|"
    r"\b(?:copy|copies|extract) of\b[^.\n]{3,80}\b(?:is|are) (?:attached|enclosed|annexed)\b|\b(?:i|"
    r"we) will (?:disclose|provide|release) (?:the|you)\b|\bthe (?:response|answer)(?: to (?:this|"
    r"that))? is (?:none|nil|no|yes|nought|zero|£?\d)\b|\bsee attached\b|\bdetails of which (?:follow|are)\b|"
    r"\b(?:we|i) can (?:provide|supply|give|disclose) (?:the|a|an|some|total)\b|\b(?:able|decided) to (?:disclose|"
    r"provide|release) (?!some)|\b(?:we|i) can (?:provide|supply|give) (?:it|them|this|these|you)\b|"
    r"\bas outlined below\b|\bplease (?:find|see)\b(?![^.]{0,90}response\sto\s(?:your|the))(?![^.\n]{0,40}\b(?:PIT|"
    r"public interest|prejudice test|complaint|appeal)\b)[^.\n]{0,40}\battached\b|\b(?:response|answer|email|policy|"
    r"copies|document|report)s?\b[^.\n]{0,30}\b(?:is|are)? ?(?:attached|annexed|enclosed)\b|"
    r"(?<!response )\bis (?:being )?(?:given|provided) (?:in full|to you)\b|(?<!\byou )\bhave (?:supplied|provided|"
    r"been provided)\b(?! (?:an? |the |further )?(?:explanation|reasons?)\b)[^.\n]{0,60}\b(?:below|information|"
    r"attached|figures)?|\bfigures have been provided\b|\bgesture of goodwill\b|^full disclosure\b|"
    r"^(?:and )?disclose (?:the |all )?(?:located )?(?:information|records)\b|\b(?:details|information|"
    r"figures)(?: of which)? (?:is|are) as follows\b|\bno exemption applies\b[^.\n]{0,40}\bprovided\b|"
    r"\breleased to you\b|\b(?:kindly|pls) (?:find|see) (?:the )?(?:enclosed|attached)\b|\bplease find enclosed\b|"
    r"\bplease find below an? (?:table|list|breakdown|summary)\b|\bprovided the following answer\b|"
    r"\baccordingly released\b|\b(?:happy|pleased|content) to (?:release|supply|enclose|provide|disclose)\b|"
    r"^(?:data|information|copy|policy) (?:is )?(?:attached|enclosed)\b|\bminutes (?:is|are) (?:attached|"
    r"enclosed)\b|\bbelow is (?:everything|all)\b|\baccompan(?:y|ies) this (?:letter|response|reply)\b|"
    r"^attached (?:is|are)\b|\bare as follows\b|\bpolicy is as follows\b|\bsupplied herewith\b|"
    r"\benclosed herewith\b|\binformation (?:regarding|about|on|relating to|concerning)[^.\n]{3,80}\b(?:is|"
    r"has been) (?:also )?provided\b\.?$|\bsee (?:the )?(?:below |attached |following )?(?:table|figures|data|"
    r"spreadsheet|breakdown)s?\b|\b(?:spreadsheets?|files?|documents?|tables?|lists?|data|figures|details|"
    r"information|certificates?|templates?|these|this|it|they)\b[^.\n]{0,40}\b(?:is|are) (?:also )?(?:attached|"
    r"annexed|enclosed)\b|\bthe (?:attached|enclosed) (?:spreadsheet|file|document|table|list|sheet)s?\b|^attached\b",
    ("Please see our response attached.", "Please see our response attached"),
    ("find the response", None),
    ("Please find this PIT attached.", None),
    ("We hold it, details of which follow:", "details of which follow"),
    ("Some is held (see attached; 1.pdf).", "see attached"),
    ("I can confirm that the response to this is none.", "the response to this is none"),
    ("what you have provided", None),
    ("I will disclose the answers to questions 1b and 3a", "I will disclose the"),
    ("Fenshire Police Local Policy is as follows:-", "Policy is as follows"),
    ("A copy of the procedure is attached to this email.", "copy of the procedure is attached"),
    ("The answer to both parts of your question is yes.", "The answer to both parts of your question is yes"),
    ("Of the 69 pages found, we are sending 52.", "we are sending "),
    ("The decision has been taken to disclose it to you in full.", "decision has been taken to disclose"),
    ("the information located will be disclosed to you", "will be disclosed to you"),
    ("I should be obliged if you would refer to the document attached.", "refer to the document attached"),
    ("It is held and is supplied below:", "It is held and is supplied below"),
    ("Everything else you asked for is in the attachment", "Everything else you asked for is in"),
    ("My decision is to release what was found, as set out here.", "decision is to release"),
)
ANSWERS_ANOTHER = rule(
    "disclosure.answers-another",
    "words between brackets say that a figure in the sentence answers another question",
    rf"\(\s?(?P<words>(?:this|which|the above|(?:this|that) (?:number|figure)) (?:also )?(?:provides?|gives?|is|"
    rf"answers?)\s(?:(?:an?|the|our) )?(?:(?:response|answer|"
    rf"reply) to )?{numbers.HEAD}\s{{0,2}}{numbers.LIST})(?: (?:of|in) (?:this|your|the) request)?\)",
    ("514 files (this provides a response to point 1) would be read", "this provides a response to point 1"),
    ("514 files (see point 1) would be read", None),
    (
        "8,876 records (that number provides a response to point 1 of this request)",
        "that number provides a response to point 1",
    ),
)
FREELY = rule(
    "disclosure.goodwill",
    "some is given although the Act would not require it",
    r"\bgestures? of good\s?will\b[^.\n]{0,40}\b(?:i|we) (?:have |can |am able to |are able to )?(?:suppl(?:y|ied)|"
    r"provided?|enclosed?|included?|attach(?:ed)?|give|given)\b|"
    r"\bgestures? of good\s?will\b[^.\n]{0,20}\byou are being (?:sent|given|provided)\b|\b(?:let you have|"
    r"am supplying|are supplying)\b[^.\n]{0,60}\bgestures? of good\s?will\b",
    ("As a gesture of goodwill I have supplied information", "gesture of goodwill I have supplied"),
    ("of goodwill", None),
    ("As a gesture of goodwill, however, you are being sent some", "gesture of goodwill, however, you are being sent"),
)
WITHHELD = rule(
    "disclosure.withheld",
    "what is asked is kept back",
    rf"\b(?:points?|questions?|parts?)\b[^.\n]{{0,12}} {NOT_GOING_TO} be (?:{GIVEN}|answered)\b|"
    r"\b(?:under )?no obligation (?:up)?on [^.\n]{2,40} to (?:provide|supply|disclose|release|give|comply|answer)\b|"
    r"\bwill not be (?:releasing|disclosing)\b|\bnotice that your request is refused\b|\bwithheld in reliance\b|"
    r"\bam exempting\b|"
    rf"\b{BODY}\b[^.\n]{{0,40}}?{NOT_GOING_TO} {GIVE}(?: you)?(?: with)? (?:it|this|that|these|those|them|what|"
    rf"the (?:answer|information|data|details?|figures?))\b(?![^.\n]{{0,120}}\bif (?:it|this)\b)|\b(?:not|"
    rf"n[’']t) (?:giving|sending|providing|releasing|disclosing|supplying) (?:you )?(?:with )?(?:it|this|that|these|"
    rf"those|them|what|the)\b|\b(?:held|kept|holding|keeping) (?:it |this |these |them |that )?back\b|\bturn(?:ed|"
    rf"ing)? (?:your|this|the) request down\b|"
    r"\b(?:information|it|this|these|they|details)\b[^.,\n]{0,30}\bcannot be provided\b|"
    r"\bnot required to (?:provide|supply|disclose|release|give)(?: you)?(?: with)? (?:this|the|"
    r"it)\b(?![^.\n]{0,120}\bif (?:it|this)\b)|\b(?:under no obligation|no obligation (?:up)?on (?:me|"
    r"us)) to (?:provide|furnish|reply|supply|disclose|release|give|comply|answer|respond)\b|"
    r"\bnot prepared to (?:release|disclose|provide|give)\b|\bwill not be made available\b|\bunable to give (?:the|"
    r"out|you)\b|\bnot able to break (?:this|it|these|them) down\b|\bdeclines (?:to (?:release|disclose|provide|"
    r"supply|answer|give)|your)\b|\bremains? exempt\b|\bunable to let you have\b|\bis not (?:being )?(?:provided|"
    r"disclosed|released) (?:as|because|since)\b|\bcannot comply with (?:part|question|point|this|your)\b|"
    r"\bthe following exempt\w{0,4}$|\b(?:withh[eo]ld|witheld|withold)(?:ing)?\b|\bwith holding\b|\bexempts (?:it|"
    r"them|this)\b|\blet you have\b(?<=not let you have)|\bca[’']?n?[’']?t let you have\b|\bought not to be\b|"
    r"\bprevents? [^.\n]{2,24} from (?:giving|disclosing|releasing|providing|being (?:given|disclosed|released|"
    r"provided))\b|\bdo(?:es)? not have to (?:give|provide|supply|disclose|release)\b|\b(?:is|"
    r"are) not being (?:provided|disclosed|released|supplied)\b|\bshall not be (?:given|released|disclosed|"
    r"provided)\b|\b(?:must|should) be held back\b|\bno information will (?:therefore )?be (?:provided|disclosed|"
    r"released)\b|\bnot released\b|\bi(?:s|t) (?:therefore |also )?exempt\b(?!,? if\b)|\bare (?:also )?exempt\b|"
    r"^(?:the )?information (?:for|in relation to|relating to|at|in) (?:question|point|part|"
    r"q)s?\s?\d[^.\n]{0,30} by virtue of sec|\b(?:will|can|is|"
    r"are) not (?:be )?broken down\b[^.\n]{0,80}\b(?:section|exempt\w{0,5}|rely)\b|\bshall not be (?:answering|"
    r"offering|giving|providing|releasing)\b|\bexempt(?:ing|ed)\b|\bto exempt\b|\bnot obliged to (?:supply|provide|"
    r"release|disclose|give|break)\b|\bwill not be (?:releasing|disclosing|providing|supplying|giving)\b|"
    r"(?<!may )\bdecline (?:to|your)\b|\byn atal (?:yr holl |y |yr )?wybodaeth\b|\bexempt (?:information|under|"
    r"from disclosure|by virtue)\b|\bexempt (?:this information|records)\b|\bfully exempt\b|\bcannot be disclosed\b|"
    r"(?:\bnot|n[’']t) possible to disclose\b|\bunable to (?:provide|disclose|release|supply)\b(?! any (?:further|"
    r"more|other))|\bexcepted (?:from|under|by)\b|^\W?refused\b|\b(?:is|are) refused\b|\b(?:ca|wo)n[’']t (?:give|"
    r"release|disclose|provide|supply)\b|\b(?:cannot|can not|will not|would not) (?:be (?:given|released|disclosed|"
    r"supplied|shared)|give|release|disclose|supply)\b|\bha(?:s|ve) not been (?:provided|disclosed|released|"
    r"supplied)\b|\bdue to (?:an |the |these )?exemptions?\b|\bnot something (?:which |that )?we can (?:release|"
    r"disclose|provide|supply)\b|^full refusal\b|\b(?:unsuitable|not suitable) for disclosure\b|"
    r"\bdecision (?:has been|was) (?:taken|made) (?:not to|to (?:withhold|refuse))\b|\bdecided (?:not to|"
    r"to (?:withhold|refuse))\b|\b(?:the following|one|two|three|four|five|several) (?:qualified |"
    r"absolute )?exemptions? (?:applies|apply)\b|\b(?:is being|has been) refused\b|\brefuses? (?:to|your|this|"
    r"the)\b|\brefusing (?:to|your|this|the)\b|\bprotected from disclosure\b|\baccess [^.\n]{0,30} is denied\b|"
    r"\bwill not be provided\b|\brefusal notice for (?:question|this)",
    ("This information is withheld in full.", "withheld"),
    ("We decline to provide it.", "decline to"),
    ("Rydym yn atal yr holl wybodaeth", "yn atal yr holl wybodaeth"),
    ("Disclosure is a duty.", None),
    ("We do not have to give you this", "We do not have to give you this"),
    ("In relation to this, the following exempti", "the following exempti"),
    ("By virtue of section 31(1) information is exempt if its disclosure would prejudice", None),
    ("We shall not be offering a response to these points", "shall not be offering"),
    (
        "It will not be broken down by type as we are applying Section 31",
        "will not be broken down by type as we are applying Section",
    ),
    ("Information for question 3 by virtue of Section 40(2)", "Information for question 3 by virtue of Sec"),
    ("the number at each station remains exempt", "remains exempt"),
    ("sources must have confidence that their details will not be disclosed", "will not be disclosed"),
    ("We are not prepared to release a list", "not prepared to release"),
    ("There is no obligation upon me to provide the information requested.", "no obligation upon me to provide"),
    ("I am not required to provide you with this information.", "I am not required to provide you with this"),
    ("We don't have to give you this information.", "We don't have to give you this"),
    ("We are not giving you the answer to question 6", "not giving you the"),
    ("We are holding this back under s.31", "holding this back"),
    ("there is no obligation on Fenshire Police to provide it", "no obligation on Fenshire Police to provide"),
    ("These points will not be answered", "points will not be answered"),
)
GIVEN_BUT = rule(
    "disclosure.given-but",
    "the first half of a sentence gives something, and the second keeps something else back",
    r"^(?![^\n]{0,300}\b(?:not|cannot|can’t|unable|nothing|whether|if|would|should|"
    r"exempt\w{0,4})\b)[^\n]{0,260}\b(?:(?:is|are|has been|have been|were|was) (?:now )?(?:provided|attached|"
    r"enclosed|given|released|disclosed|supplied|shown|below)\b|(?:i|we) (?:am|are) (?:providing|giving|releasing|"
    r"disclosing|sending|supplying)\b|decided to (?:provide|release|disclose|give)\b|(?:i|we) can (?:provide|give|"
    r"release|disclose)\b|can be (?:disclosed|released|provided)\b|now (?:release|provide)\b|is in the attached\b|"
    r"is answered\b|(?:is|are|was|were|has|have|operates?|owns?|spent|currently)\b[^\n]{0,40}\b\d|"
    r"are being (?:released|provided|sent)\b|able to (?:provide|answer|give|release|disclose)\b)",
    ("The make and model is provided", "The make and model is provided"),
    ("It is not provided", None),
)
ACCESSIBLE = rule(
    "ground.already-accessible",
    "the public can read it elsewhere",
    r"\b(?:can )?already (?:reasonably )?(?:obtain|find|see|read|get|access|look up)\b|\baccessible to you\b|"
    r"\bin the public domain\b(?=[^.\n]{0,60}\b(?:links?|section 21|exempt|already)\b)|"
    r"\balready been (?:made available|published)\b|\b(?:is|are) published on our\b|\bby following (?:this|"
    r"the) link\b|\bis available from the [^.\n]{3,60} here\b|\bplease refer to (?:www\.|https?:|"
    r"\w{3,20}\.police\.uk)|\bplease see our [^.\n]{2,40} page\b|\b(?:are|is) on the [^.\n]{2,40} web ?site\b|"
    r"\b(?:are|is) in the published\b|\bare published by\b|\bwould direct you to (?:that|this)\b|\bis (?:shown|"
    r"given|listed)\b[^.\n]{0,40}\bon our\b[^.\n]{0,40}\bpages?\b|\bcan be (?:found|seen|viewed|read|accessed|"
    r"obtained)\b[^.\n]{0,60}(?:www\.|https?:)|\bare on (?:our|the)(?: \w{3,14})? (?:web ?)?site\b|"
    r"\bmay be (?:found|read|viewed|accessed|obtained) (?:at|on|via|here|from|through)\b[^.\n]{0,40}(?:https?:|"
    r"www\.|\bweb ?site\b|\bpublished\b|\.police\.uk)|\b(?:is|are) (?:listed|shown|posted|"
    r"published)\b[^.\n]{0,30}\bon (?:the|our|its)\b[^.\n]{0,40}\b(?:pages|web ?sites?)\b|\b(?:link|"
    r"page)s? below (?:will|should) take you to\b|\bpublish(?:es|ed)?\b[^.\n]{0,60}\bon (?:their|its|our|"
    r"the) (?:web ?)?sites?\b|\bto which i would refer you\b|\b(?:would|must|can) (?:direct|refer) you to (?:the|"
    r"our|its)\b[^.\n]{0,40}\b(?:pages?|sites?|web ?sites?|links?|report)\b|\bwas (?:previously )?answered (?:in|"
    r"under) (?:an earlier|a previous|foi|reference)\b|\bavailable to download\b|"
    r"\bplease visit\b[^.\n]{0,60}(?:\bweb ?site\b|www\.|https?:)|\bis (?:available )?on (?:the|"
    r"our) (?:force )?web ?site\b|\bis on [A-Z][\w’' ]{2,40}\bweb ?site\b|\bcan be (?:viewed|found|"
    r"seen) on the [^.\n]{2,30}\bweb ?site\b|\bpublished on the [^.\n]{3,40} web ?site\b|\bis (?:available |"
    r"provided |published |held )?(?:on|at|via) the (?:following|below) (?:web ?(?:site|page)|link|url)|"
    r"\bin the public domain and can be\b|\bavailable in the public domain\b|\balready (?:in the public domain|"
    r"available|published|accessible)\b|\baccessible (?:to you )?by other means\b|\bpublicly (?:accessible|"
    r"available)\b|\b(?:reasonably|otherwise) (?:accessible|obtainable)\b|\bcan be (?:found|read|viewed|accessed|"
    r"obtained) (?:at|on|via|here|from|through)\b[^.\n]{0,40}(?:https?:|www\.|\bweb ?site\b|\bpublished\b|$)|"
    r"\bobtained (?:by you )?elsewhere\b|\bon sale to the public\b|\balready have access\b|\breadily available\b|"
    r"\bpublished (?:each|every) year\b|\bis published (?:quarterly|annually|monthly|yearly|on)\b|"
    r"\baccessible (?:to (?:you|the applicant) )?(?:by other|thru|through|via)\b|"
    r"\brefer to the [^.\n]{0,40}\bwebsite\b|\bto be found (?:under|on|at|in)\b[^.\n]{0,60}\b(?:internet|web|site)|"
    r"\byou can find (?:this|it|these|the)\b[^.\n]{0,60}(?:\bweb ?site\b|https?:|www)|\bis published by\b|"
    r"\bavailable (?:via|at|from|through) (?:the )?(?:following )?(?:link|https?:|www|web)|"
    r"\bin the public domain\b[^.\n]{0,60}(?:https?:|www)|\b(?:available|published|already) on (?:our|"
    r"the)[^.\n]{0,40}\bweb ?(?:site|page)s?\b",
    ("This is already in the public domain.", "already in the public domain"),
    ("It is available via the following link", "is available via the following link"),
    ("public domain", None),
    ("This is on the following website", "is on the following website"),
    ("Procurement information is on Fenshire Police’s website.", "is on Fenshire Police’s website"),
    ("Please visit http://x.example/ for it", "Please visit http:"),
    ("This was answered under FOI 441/13", "was answered under FOI"),
    ("The link below will take you to the page", "link below will take you to"),
    ("It has already been made available in the public domain", "already been made available"),
    ("You can already find this in the public domain", "can already find"),
)
FUTURE = rule(
    "ground.future-publication",
    "it will be published",
    r"\bare to go up at\b|\bwill be published once\b|\bwith a view to (?:its |their )?(?:being published|"
    r"publication)\b|\bfinalised for publication\b|\byet to be (?:put|placed|published)\b|(?:\bwill|"
    r"[’\']ll) be uploaded\b|\bwill be published (?:following|once)\b|\bdue (?:out|for (?:release|"
    r"publication)) in\b|\bahead of that date\b|\bwill form part of\b[^.\n]{0,60}\b(?:release|publication)\b|"
    r"\bintention to publish\b|\breleased? (?:it |this |them )?(?:to you )?(?:ahead of|before|prior to) (?:that|"
    r"the) (?:date|publication)\b|\bwill be (?:placed|posted|uploaded) on [^.\n]{0,40}(?:web ?site|pages)\b|"
    r"\bwill be put on [^.\n]{0,40}website\b|\b(?:is|are) (?:already )?(?:due|scheduled|"
    r"planned) to be (?:made available|put|placed|uploaded|published|released)\b|\b(?:is|are) to be published\b|"
    r"\bwill publish\b|\bscheduled for publication\b|\bpublication (?:of [^.\n]{3,60} )?is (?:already )?(?:planned|"
    r"imminent|due)\b|\bintends (?:that [^.\n]{3,60} be made public|to publish)\b|\bahead of publication\b|"
    r"\bwill be published within\b|\bheld for future publication\b|\bintended for future publication\b|"
    r"\bwill be published (?:in|on|by)\b",
    ("Information Intended for Future Publication", "Intended for Future Publication"),
    ("will be in future", None),
    ("It is the Department's intention to publish the report later", "intention to publish"),
    ("Statistics are due out in July and not before", "due out in"),
)
VEXATIOUS = rule(
    "ground.vexatious",
    "the request is called vexatious",
    r"\bs(?:ec(?:tion)?)?\.? ?14 ?\(1\)(?: of the act)? (?:is|has been) (?:engaged|applied)\b|"
    r"\bsection 14(?:\(1\))?\b[^.\n]{0,80}\bnot obliged to comply with (?:your|this)\b|\bit[’\']s vexatious\b|"
    r"\bappl(?:y|ying|ied) section 14\b|\breasonable interval has not\b|\brepeated request within the meaning of\b|"
    r"\b(?:deems?|considers?|regards?) (?:your|this|the) request (?:to be |as )?vexatious\b|\b(?:is|are|as|deemed|"
    r"considered|judged|found|considers? (?:this|your|the) request)(?: to be)? vexatious\b|\bdeem(?:s|"
    r"ed) [^.\n]{3,40} to be vexatious\b|\bregards? [^.\n]{3,40} as (?:one of a series of )?vexatious\b|"
    r"\bmeets the test for vexatious",
    ("your request is vexatious", "is vexatious"),
    ("vexatious requests are rare", None),
    (
        "In terms of section 14(1) of FOISA the force is not obliged to comply with your request",
        "section 14(1) of FOISA the force is not obliged to comply with your",
    ),
    ("S14(1) is engaged", "S14(1) is engaged"),
)
CLARIFICATION = rule(
    "process.clarification-sought",
    "the authority asks what is meant",
    r"\bplease (?:can you |could you )?clarify\b|\bwe (?:require|need) (?:further )?clarification\b",
    ("Please could you clarify the period", "Please could you clarify"),
    ("clarified", None),
)
TRANSFERRED = rule(
    "process.transferred",
    "another body has the request now",
    r"\b(?:has been|have been|have) transferred (?:your request )?to\b",
    ("Your request has been transferred to", "has been transferred to"),
    ("transferred", None),
)
REFERRED = rule(
    "answer.referred",
    "the answer to another question is the answer here too",
    r"^see (?:the )?(?:answer|response)?\s?(?:to )?q(?:uestion)?\s?\d{1,2}[a-z]?\b|^(?:please )?(?:see |as )above\b|"
    r"\bplease see the (?:decision|reasons?) (?:above|below)\b",
    ("See answer to Q1.", "See answer to Q1"),
    ("see below", None),
)
OTHER_FORMAT = rule(
    "holding.other-format",
    "it is held in another form than was asked for, and given in that",
    r"\bformat requested,? (?:however|but)\b[^\n]{0,80}\b(?:can|able)\b",
    ("not hold it in the format requested but we can give it by year", "format requested but we can"),
    ("not held in the format requested", None),
)
ORDER: tuple[tuple[Rule, Kind], ...] = (
    (NCND, "ncnd"),
    (COST_NOT_HELD, "cost"),
    (COST, "cost"),
    (VEXATIOUS, "vexatious"),
    (PART_HELD, "part-held"),
    (NOT_HELD, "not-held"),
    (PART, "part"),
    (WITHHELD, "withheld"),
    (FUTURE, "future"),
    (ACCESSIBLE, "accessible"),
    (DISCLOSED, "disclosed"),
    (CLARIFICATION, "clarification"),
    (TRANSFERRED, "transferred"),
    (REFERRED, "referred"),
)
"""The first that fits a sentence is what it says."""

OPENS_GENERIC = rule(
    "answer.opens-generic",
    "a sentence that begins as those about the law, or about a case that is put, do; it decides nothing",
    r"^(?:if\b|unless\b|where\b(?! no exemption applies)(?! (?:a |the )?figures? (?:was|were|is|lies|falls)\b)|"
    r"when\b(?! this is added)|a ‘?neither|generally speaking|under section 16|"
    r"section \d{1,2}\S{0,12} (?:of [^\n.]{3,60}? )?(?:is|allows|states|says|provides|requires|does)\b|"
    r"the freedom of information \(fees|sections? [^\n.]{0,40} (?:is|are) (?:an?\b|prejudice|qualified|absolute|"
    r"class)|(?:by |the )?(?:confirming|disclos(?:ing|ure(?! is prohibited))\b|to (?:confirm|disclose|"
    r"reveal)\b(?![^\n]{0,200}\bwe (?:therefore |can |will )?neither))|(?:showing|revealing|releasing)\b|"
    r"whilst\b(?![^\n]{0,160}\b(?:exceeds?|withholding|remainder|beyond the 18)\b)|information is exempt|"
    r"you should consider|this letter (?:serves|acts|represents)(?![^\n]{0,40}\brefusal notice for the parts?\b)|"
    r"an? authority|(?:were any|supposing)\b|a statement (?:that|to)\b|n(?:othing|one) (?:of|in|about)\b|"
    r"further (?:information|details) (?:on|about|regarding)\b(?![^\n]{0,120}\b(?:exempt|withheld|refused))|"
    r"(?:\(\d\)\s)?subsection \(\d\)|no inference|rather than (?:refus|withh))",
    ("Where exemptions are relied upon", "Where"),
    ("Nothing is held.", None),
    ("I rely on this", None),
    ("To confirm or deny it would disclose personal data; we therefore neither confirm nor deny", None),
    ("To reveal where cameras are weakens the system", "To reveal"),
)
GENERIC = rule(
    "answer.generic",
    "a sentence about the law, about conditions, or about what would happen; it decides nothing",
    r"\blevel of redaction\b|\bprovided (?:that )?(?:nothing|none|it is not|the information is not|"
    r"they are not)\b[^.\n]{0,60}\bexempt\b|\b(?:on which|grounds? on which) it was withheld\b|"
    r"\bby it or any other person\b|\bextension letter\b|\b(?:threshold|limit) is £|\bpublic sector information\b|"
    r"\bdoes not oblige an? (?:public )?authority\b|\bcannot be counted\b|\bappropriate limit is (?:set at |"
    r"currently )?£|\b(?:three|two|several) possible outcomes\b|\bexplain the reasons? for\b|\bright (?:of|"
    r"to) (?:complain|appeal)|\bexplanations? (?:of|for|to) (?:this|these|the|each|our) (?:exemption|refusal|"
    r"decision)s?\b|\b(?:may|might) be able to\b|\b(?:PIT|public interest test|"
    r"prejudice test)\)?,?[^.\n]{0,40}\battached\b|\byou were (?:refused|told|advised)\b|\blike for like\b|"
    r"\bhave confidence that\b|\bexemptions? (?:is |are |which are |that are )?(?:designed|intended) to\b|"
    r"\bduty to confirm or deny does not arise if\b|\bone which we (?:refused|answered)\b|\bexemptions? (?:can|"
    r"could) apply\b|\bpart of a request falls under\b|\b(?:means|whereby|where) an? (?:public )?authority\b|"
    r"\b(?:lets?|allows?|enables?|permits?) (?:an? )?(?:public |scottish )?(?:authorit|department|bod)\w{1,3}\b|"
    r"\b(?:followed|follow|following) the [^.\n]{0,60}\bguidance\b|\bguidelines? (?:says?|states?)\b|"
    r"\bis exempt information\b|\b(?:information commissioner[’']s|ico) (?:web ?site|office)\b|\b(?:submitting|"
    r"making) (?:effective |a )?(?:foi )?requests?\b|\bwe (?:previously |earlier )?advised (?:you )?that\b|"
    r"\bto (?:answer|provide) (?:this|it|that) (?:more )?accurately\b|\bimportant to use a neither\b|"
    r"\bthe meaning of\b|\bbalance (?:favours|lies|lay|falls|rests)\b(?![^.\n]{0,120}\b(?:will|shall|"
    r"can) not be (?:released|disclosed|provided)\b)|\bsee (?:the )?(?:appendix|annex) \w\b|\bguidance (?:says|"
    r"states)\b|\bno decision\b|\bwrong to\b|\bmay be (?:treated|refused|withheld)\b|\bmay apply\b|\b(?:this|our|"
    r"your|the|all) (?:response|letter|reply|answer|request)s?\b[^.\n]{0,60}\b(?:be published|appear) on\b|"
    r"\bshould be to disclose\b|\bwhen refusing to provide such information\b|"
    r"(?<!confirm nor deny that information )(?<!confirm nor deny that any information )\bis or is not held\b|"
    r"\bif (?:it (?:is|was|were) |they (?:are|were) )?held,|\b(?:full text|text|guidance|notes|(?:details?|"
    r"explanations?) of (?:this|these|the|each) exemptions?)\b[^.\n]{0,60}\bcan be found\b|\bthis does not (?:mean|"
    r"imply)\b|\b(?:not|nor) (?:should (?:it|this) )?(?:be )?(?:necessarily )?(?:be )?(?:taken|seen|implied|"
    r"interpreted|inferred) (?:as|to|that)\b|\bwould have been\b|\bhave been disregarded\b",
    ("No decision has been taken", "No decision"),
    ("I rely on this", None),
    ("Details of this exemption can be found here", "Details of this exemption can be found"),
    ("Section 12 lets a public authority refuse to deal with it", "lets a public authority"),
    ("An explanation of this exemption is provided below.", "explanation of this exemption"),
    ("Until you resubmit it we may be able to provide the rest", "may be able to"),
    ("The cost of redaction cannot be counted toward the limit.", "cannot be counted"),
    (
        "A reply should be with you, provided that nothing you have asked for is exempt",
        "provided that nothing you have asked for is exempt",
    ),
)
RULES: tuple[Rule, ...] = (
    *(one for one, _ in ORDER),
    GIVEN_BUT,
    ANSWERS_ANOTHER,
    FREELY,
    OTHER_FORMAT,
    OPENS_GENERIC,
    GENERIC,
)
