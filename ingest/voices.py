"""Who speaks: cues that the requester begins, that the authority acknowledges, or that it answers."""

from __future__ import annotations

from .layout import sentences
from .model import Span
from .rules import Rule, rule

FORCE = (
    r"(?!Information\sCommissioner)(?:(?!(?:As|If|When|Where|Since|Because|Does|Did|Has|Have|Is|Are|Was|Can|Could|Will|Would|Why|How)\s)"
    r"(?:[A-Z][\w&’'.-]{1,20}|of|and|&)\s){1,7}"
    r"(?:Police|Constabulary|Constabularies|Service|Office|Authority|Scotland)(?:\sForce)?"
    r"(?:\sof\s[A-Z][a-z]{3,12}(?:\s[A-Z][a-z]{3,12})?)?(?:\s\([A-Z]{2,6}\))?"
)
REQUEST_FOLLOWS = rule(
    "voice.request-follows",
    "the authority repeats the request after these words",
    r"(?:(?:seek|sought) access to the following(?: information)?|received (?:on|by)[^\n]{0,120}as follows|"
    r"(?:which was|is repeated below|repeated below|as follows)\s?:[-–]?\s?$|below is your request|(?:we|"
    r"i) (?:have (?:a )?)?received a request\b[^\n]{0,90}:$|your request and our (?:response|answer|reply)|"
    r"\byour request (?:was for the following|reads?)\s?:?\s?$|\bin it you asked for the following|"
    r"\bread as follows\s?:|(?:you (?:have )?(?:requested|asked|wrote)|requesting)(?:(?!\b(?:is|are|can|was|"
    r"were)\b)[^.]){0,60}:\s?$|your questions (?:are repeated|and our)|answers to your questions|"
    r"questions raised in your request|request has been copied below|request (?:is|has been) (?:replicated|repeated|"
    r"reproduced|set out|copied)\b[^\n]{0,20}\bbelow|^(?:i|we) (?:ask|write) (?:under|to ask)|"
    r"^dear [^\n]{0,60}(?:police|constabulary|service|authority|commissioner|council)\b)",
    ("I note you seek access to the following information:", "seek access to the following information"),
    ("Dear Lyonesse Constabulary,", "Dear Lyonesse Constabulary"),
    ("We received a request under the FOIA:", "We received a request under the FOIA:"),
    ("Dear Sir/Madam", None),
    ("The information you requested is on the following website:", None),
    ("Your request was for the following:", "Your request was for the following:"),
)
REPEATS = rule(
    "voice.repeats",
    "below its decision the authority sets out what was asked",
    r"^(?:you (?:have |had )?(?:requested|asked for)|your request (?:was|is|asked) for) the following"
    r"(?: information)?\s?:$|^your request (?:was|is|read|reads) as follows\s?:$",
    ("You have requested the following information:", "You have requested the following information:"),
    ("You asked for the number of officers.", None),
)
REQUESTER = rule(
    "voice.requester",
    "a sentence that only somebody who asks would write",
    r"^(?:\W?(?:(?:specifically|in particular|additionally|finally|firstly|secondly),?\s)?(?:please (?:can|could|"
    r"may|give|provide|send|supply|disclose|forward|copy|publish|split|limit|also|release|state|say|tell|confirm|"
    r"explain|list|describe|specify|indicate|let me know|feel free)|(?:can|could|would|will) you|"
    r"under (?:the terms of )?the freedom of information act(?: 2000)?,? (?:i|please|could|can)|i (?:would like|"
    r"wish|want|am (?:asking|writing to(?! (?:inform|advise|notify|confirm|let you))|requesting|seeking|"
    r"looking for)|request|ask|(?:hereby )?submit|make this request|make the following|accept)|i[’']d like|"
    r"am (?:seeking|looking for|requesting)|this request is made|my (?:request|questions?)\b|should (?:it|this|"
    r"that) not be\b|the (?:list|data|information|answers?) may be (?:supplied|provided|sent)\b|how (?:many|often|"
    r"much)\b|what number of\b|i should like\b|i ask you to\b|do you\b|does the\b|if (?:this|it|all|some|the whole|"
    r"nothing|possible|no )[^\n]{0,80}(?:please|advice|provide)|for (?:each|the|these|those|all|every|calendar|"
    r"financial)\b[^\n?.]{0,60}, (?:please|can you|could you)\b|for each\b[^\n]{0,90}:$))",
    ("Please give the postcode", "Please give"),
    ("For calendar years 2019 and 2020, please provide", "For calendar years 2019 and 2020, please"),
    ("Please find attached", None),
    ("am seeking some information on the dive team", "am seeking"),
    ("Specifically, I am requesting details", "Specifically, I am requesting"),
    ("I am writing to inform you that I have decided to refuse it", None),
    ("I submit a freedom of information request on contracts", "I submit"),
    ("What number of officers were there", "What number of"),
    ("Should it not be possible to answer in full", "Should it not be"),
)
ACKNOWLEDGES = rule(
    "voice.acknowledges",
    "the authority writes, but does not answer yet",
    r"^(?:i am required by the freedom of information act|this response is unique|"
    r"the freedom of information act[^\n]{0,20} requires (?:this|all|every|that)|dear (?:sir|madam|mr|mrs|ms|\[|"
    r"name|applicant|requester|(?-i:(?![^\n]*\b(?:FOI|Team|Officer|Chief|Information|"
    r"Police)\b)(?:[A-Z][\w.'’-]{0,20}\s?){1,4}),?$)|!?freedom of information (?:\([^\n)]{3,40}\)|team|"
    r"unit), [^\n]{3,60}$|thank you for (?:your|contacting)|(?:with reference to|further to|in response to) your|"
    r"i (?:refer|write|am writing)\b[^\n]{0,60}\b(?:your|response|reply)\b|(?:we|i) acknowledge|your (?:e-?mail|"
    r"letter|message|enquiry)\b[^\n]{0,80}\b(?:is|has been|was) (?:acknowledged|received)|"
    r"your requests? (?:for information )?(?:\w{1,12} ){0,2}(?:was|were|has|have|will|is)\b|yours? (?:faithfully|"
    r"sincerely)|please accept my sincere apologies|(?:re:|freedom of information request|our ref|foi reference|"
    r"reference:|enquiry ref)|response to this request is delayed|i (?:am writing to |would like to |"
    r"wish to )?request an internal review\b|information (?:access|rights|management)\b)",
    ("I am required by the Freedom of Information Act 2000 to", "I am required by the Freedom of Information Act"),
    ("Dear [name]", "Dear ["),
    ("Dear M Sample,", "Dear M Sample,"),
    ("!Freedom of Information (Fenshire), Fenshire Police", "!Freedom of Information (Fenshire), Fenshire Police"),
    ("Dear all at Kent Police,", None),
    ("I am writing to request an internal review of", "I am writing to request an internal review"),
    ("Your email to the in box is acknowledged.", "Your email to the in box is acknowledged"),
)
ANSWER_FOLLOWS = rule(
    "voice.answer-follows",
    "the authority says that its answer comes now",
    r"(?:response (?:is )?set out below|our response is (?:below|as follows)|response (?:is )?provided below|"
    r"(?:find|see) (?:our |the )?(?:full )?(?:responses?|repl(?:y|ies)|answers?) below|"
    r"(?<!request and )our (?:responses?|repl(?:y|ies)|answers?) (?:is|are) (?:given |shown |provided |"
    r"set out )?below|the response of [^\n]{3,40} is (?:set out|given|shown) below|have provided the (?:below|"
    r"following) (?:response|information)|able to (?:answer|respond) as (?:follows|below)|our (?:repl(?:y|ies)|"
    r"answers?)(?: to [^\n]{2,30})? (?:is|are) as follows|\b(?:information|response|answer|details|"
    r"figures)\b(?! i (?:would|want|need|require|request|am))[^\n.?]{0,30} (?:is|are) as follows|"
    r"find below our (?:response|reply|answer)|we (?:can|are able to) (?:provide|give|"
    r"supply)(?: you)?(?: with)? the following (?:information|answers?|figures)|respond as (?:follows|below))",
    ("Please find the Warwickshire Police response set out below.", "response set out below"),
    ("set out below", None),
    ("The details I would like are as follows:", None),
    (
        "In response to your request we can provide you with the following information:",
        "we can provide you with the following information",
    ),
    ("Your request and our reply are set out below.", None),
)
AUTHORITY = rule(
    "voice.authority",
    "a sentence that only the body asked would write",
    r"^(?i:(?:unfortunately|regrettably|accordingly|therefore|however|sadly|on this occasion|in this instance|"
    r"(?:having|after) [^,?\n]{3,60}),? |i(?: am|[’']m) afraid (?:that )?)?(?:(?i:(?:disclosed|refused|"
    r"withheld)(?: in (?:part|full))?(?:\.|\s?[-–]) (?:exemptions?|s\.?\s?\d|sections?)|"
    r"(?:we have (?:now )?completed our|our) consideration of your request\b|consideration of (?:this|"
    r"your) request is (?:now )?complete\b|your request has (?:now )?(?:received|been given) (?:our )?(?:full |"
    r"due )?consideration|(?:what )?you (?:are|will) (?:to be|not be|be) given\b|our estimate is\b|i (?:am not able|"
    r"write to (?:inform|advise|tell|notify|let)|have to tell) |(?:we|i) made searches\b|a total of \d|"
    r"no figure can be\b|this is not information (?:that|which|held)\b|(?:the force|we) owns?\b|"
    r"everything you (?:have )?(?:asked for|requested)\b|enquiries made (?:with|of|in|within)\b|"
    r"there is no obligation on\b|i am sorry to say\b|(?:the (?:final )?(?:bill|cost)|at present|"
    r"as matters stand)[^\n?]{0,60} (?:has|have|is|are) (?!i\b)|the exemptions? (?:which we|below is|relied|"
    r"engaged)|what follows (?:deals|is)\b|the tables? (?:that|which) follows?\b|(?:but,? )?we[’'](?:ve|re|ll)\b|"
    r"(?:but,? )?we (?:can[’']t|don[’']t|did|do|won[’']t|cannot)\b|you(?:[’']ll| can already| will) find\b|"
    r"here(?:[’']s| is| are) (?:our (?:reply|answer|response)|their (?:reply|answer|response)|what (?:we|they)|"
    r"some of what)\b|it (?:has been|is) (?:confirmed|determined|decided|established) that\b|our (?:reply|answer|"
    r"response) to (?:question|point|part)\b|(?:we|i) (?:hereby )?confirm that [^\n?]{3,60}\bholds?\b|"
    r"(?:the )?(?:data|records|systems) of the (?:force|constabulary|service) (?:is|are) not\b|"
    r"(?:the )?(?:appropriate|cost|time) limit (?:of [^\n?]{3,30} )?would be\b|(?:i|we) (?:can(?:not)? (?!find\b|"
    r"see\b|do all)|regret\b|rely\b|refuse\b|decline\b|have (?:been informed|made enquiries|checked|used|contacted|"
    r"consulted|applied|searched|located|identified)\b|am able|are able|am not obliged|are not obliged|am unable|"
    r"are unable|have (?:today )?decided|do not hold|hold |neither|will neither|have (?:now )?(?:had|considered)|"
    r"consider |am exempting|are (?:exempting|withholding))|(?:the|this|no|some|all|however,? the|some relevant|"
    r"please be advised that)[^\n?]{0,60}information\b[^\n?]{0,80}\b(?:is|was|are|been|being)\b[^\n?]{0,20}(?:held|"
    r"available|exempt|withheld|provided|attached|already|recorded|refused)|in respect of section 1\b|"
    r"some of the information you [^\n?]{0,60}\bbelow|no (?:relevant |recorded )?information (?:is |was |"
    r"relevant )?[^\n?]{0,40}held|please (?:find|see) (?:our|the|attached|below|enclosed)|our (?:data|searches|"
    r"records|systems) (?:are|do|show|indicate)|the (?:\w{1,14} ){1,4}(?:department|unit|team|section|"
    r"branch) ha(?:s|ve) (?:advised|confirmed|stated|provided|said)|please note (?:that )?the (?:figures|data|"
    r"information|table)[^\n?]{0,20} (?:below|above|provided)|please refer to (?:the|our)|it (?:would|will) (?:take|"
    r"require|exceed|cost)\b|to (?:retrieve|locate|obtain|collate|extract|provide|"
    r"answer) [^\n?]{0,60}\bwould (?:require|take|exceed|involve|mean)\b|(?:extensive |thorough )?(?:enquiries|"
    r"searches) (?:were|have been|failed|found|located|revealed)\b|the (?:tables?|figures|data|"
    r"spreadsheet)(?: (?:below|above|attached)){0,1} (?:below |above )?(?:sets? out|shows?|gives?|lists?|provides?|"
    r"comes? from|relates? to)\b|under s(?:ection)?\.? ?\d{2}\S{0,12} of [^,\n?]{3,60}, (?:we|i|the)\b|(?:this is|"
    r"i am writing) to (?:inform|advise|notify) you that\b|having (?:looked at|considered|"
    r"reviewed) [^\n?]{0,60}\byour request\b|the (?:data|figures|information) provided (?:is|are|includes?|does|do|"
    r"comes?|relates?)\b|a (?:thorough |full |manual )?search (?:of|was|has)\b|(?:below|attached|enclosed) (?:is|"
    r"are)\b|as a result of our (?:enquiries|searches)|(?:yes|no)[,;–-]? (?:the|there|we|it)\b|(?:yes|no|none|"
    r"nil(?: return)?)\.?$|there (?:were|was|are|have been) (?:\d|a total of)|(?:in|during|between) (?:19|"
    r"20)\d\d[^\n?]{0,30} there (?:were|was)\b|the total (?:cost|number|figure|spend|amount)[^\n?]{0,60} (?:was|is|"
    r"were) (?:£|\d)|the answer (?:to|is)\b|sections? \d{1,2}\S{0,16} (?:applies|apply|is engaged|are engaged)\b|"
    r"this (?:request |question |part |information )?(?:is|has been) (?:therefore )?(?:being )?(?:refused|withheld|"
    r"exempt)|this response (?:has been|was|is)\b|you may wish to contact|sec(?:tion)? ?1 ?(?:of the|\(|sets|"
    r"places)|under s(?:ection)?\.? ?1 ?\([^\n]{0,80}\b(?:i|we) (?:can )?confirm|"
    r"a public authority which, in relation to|following (?:enquiries|searches)\b|section 17\b|"
    r"where exemptions are relied|the following exemptions? (?:is|are|applies|apply|has|have)\b|"
    r"(?:information commissioner|ico)[^\n]{0,30}guidelines|searches were conducted|having made enquiries|"
    r"above is all|the cost of (?:determining|complying|compliance)|(?:in relation|with regards?|"
    r"in regard) to (?:the )?(?:overt|covert)\b|‘?neither confirm nor deny|(?:the constabulary|the force|"
    r"the service) (?:does|do|can|holds?|has|is|relies)\b|(?:the )?(?-i:BTP|GMP|MPS|MDP|PSNI|NPCC|ACPO|TVP|WMP|WYP|"
    r"SYP|NCA|CNC|OPCC) (?:can|cannot|will|does|do|is|holds?|neither)\b|copies are annexed|i am an independent|"
    r"there (?:is|are|were|was) no (?:information|bespoke|recorded)|there ha(?:ve|s) been no\b|"
    r"a public authority is not obliged|it is not possible (?:at this time )?to (?:confirm|provide|say|give)|"
    r"our (?:original |initial |first |previous )?(?:reply|response|decision|answer)\b[^\n]{0,30}\b(?:relied|"
    r"refused|cited|quoted|neither)\b|(?:please note (?:that )?)?we have (?:taken|interpreted|understood|"
    r"read) your request\b|to (?:enable|allow) [^\n]{0,60}\b(?:meet|answer|deal with|respond to|"
    r"process) your request\b|s\.?\s?\d{2} plus information|as per our (?:response|answer)\b|we have (?:looked at|"
    r"reviewed|searched)\b|i do not (?:retain|have)\b|please note that (?:this|the) information is\b|"
    r"(?:part(?:ial)?|full) (?:disclosure|refusal)\b|(?:refusal|exemptions?)(?:\s?[-–:])?\s?sections?\s?\d|"
    r"(?:as such, |therefore,? )?in terms of section \d|i would (?:first |firstly )?advise (?:you|that)|"
    r"first duty\s?[-–]|(?:details|information|data|figures|copies|reports) (?:of|on|"
    r"about) [^\n?]{3,80} (?:can be (?:viewed|found|accessed|seen)|will be published)\b|"
    r"i will (?:not )?(?:be )?disclos(?:e|ing)\b|in (?:answer|response|reply) to (?:your )?questions? \d|"
    r"in addition to (?:the|our) attached|we are not obliged|there is no obligation (?:up)?on (?:me|us)\b|"
    r"i am under no obligation|(?:i am|we are) not required to\b|the following (?:response|information|reply|"
    r"answer) (?:has been|was|is) (?:supplied|provided|given)\b|the way (?:in which )?our (?:data|records|"
    r"information)\b|(?:the force[’']s|our) (?:data|records) (?:are|is) not\b|"
    r"to research [^\n?]{0,40}\bwould (?:exceed|go|take)\b|your request has (?:now )?been (?:considered|dealt with|"
    r"processed|fully looked into)\b|a document is attached|(?:the |this )?information is (?:contained|provided|"
    r"given|set out|shown) in|relevant information is held by|this is (?:provided|attached|supplied|enclosed|"
    r"given) (?:in|below|here|with)|this information (?:cannot|could not|is not|can only)|[^\n?]{3,60} (?:is|are|"
    r"was|were) not (?:among|part of) the [^\n?]{3,40} (?:used|held|owned) by (?:the|this) (?:force|constabulary|"
    r"service))|(?:The\s)?"
    + FORCE
    + r"[’']s\s(?:[A-Z]|own\b|policy|officers|staff|fleet)|(?:The\s)?"
    + FORCE
    + r"\s(?:can|cannot|will|does|do|is|are|holds?|has|have|neither|estimates?|operates|"
    r"deployed|received|spent|paid|recorded|purchased|bought|employs?|issued|uses?|had)\b)",
    ("Fenshire Police can neither confirm", "Fenshire Police can"),
    ("I can confirm", "I can "),
    ("Unfortunately, the force does not record this", "Unfortunately, the force does"),
    ("There were 45 complaints in 2019.", "There were 4"),
    ("The number of complaints in 2019.", None),
    ("Were there 45 complaints?", None),
    ("Under S 1 (1) (a) of the Act, I can confirm", "Under S 1 (1) (a) of the Act, I can confirm"),
    ("As Fenshire Police is aware, it is my view", None),
    ("The police is good", None),
    ("Refusal – Sections 12(1) and 17(1)", "Refusal – Sections 1"),
    ("Exemption - Section 12(1)", "Exemption - Section 1"),
    ("I will disclose some of the requested information", "I will disclose"),
    ("Details of sightings reported can be viewed on the website", "Details of sightings reported can be viewed"),
    ("As such, in terms of Section 16 of the Act, I am refusing", "As such, in terms of Section 1"),
    ("We have made enquiries within the force", "We have made enquiries"),
    ("There is no obligation upon me to provide it", "There is no obligation upon me"),
    ("The following response has been supplied by our division", "The following response has been supplied"),
    ("We’ve looked and we hold it", "We’ve"),
    ("We confirm that Fenshire Police holds the information you asked for", "We confirm that Fenshire Police holds"),
    ("It is confirmed that none is held", "It is confirmed that"),
    ("Disclosed in part. Exemptions: S.23(5)", "Disclosed in part. Exemptions"),
    ("Consideration of your request is now complete.", "Consideration of your request is now complete"),
    ("A total of 297 personnel were deployed", "A total of 2"),
    (
        "Spit hoods are not among the equipment used by the Constabulary.",
        "Spit hoods are not among the equipment used by the Constabulary",
    ),
    ("I would advise that we hold nothing", "I would advise that"),
    ("The information is contained in the document attached.", "The information is contained in"),
    flags=0,
)
DECIDES = rule(
    "voice.decides",
    "words of a decision, wherever they stand in the line, that somebody who asks would not write",
    r"\b(?:there is no (?:such )?information held|(?:we|i) have (?:therefore )?(?:concluded|decided|"
    r"determined) (?:that|to|not to)|must be withheld|cannot be (?:released|disclosed|provided),? (?:as|because|"
    r"since)|in the possession of the (?:force|constabulary|service|police service)|not (?:deployed|used|operated|"
    r"possessed) by the (?:force|constabulary|service)|reliance is (?:\w{5,12}ly )?placed (?:up)?on|"
    r"exempt (?:from disclosure )?(?:by virtue of|under|pursuant to)|withheld (?:under|by virtue)|"
    r"exemptions? (?:applicable|applied|claimed)\b|this refusal notice|a refusal notice|"
    r"neither confirms?(?:ed)?,? n?or den(?:y|ies|ied)\b|refus(?:es|ed|ing|e|al) to (?:either )?confirm or deny|"
    r"(?:is|are) providing an? (?:ncnd|neither)|not obliged to (?:comply|supply|provide)|would (?:take|"
    r"exceed)\b[^.\n]{0,40}\b(?:18|40) hours|need not (?:comply|provide)|(?:requested|sought|asked for|require|"
    r"seek) (?:is|are|was|were) (?:not |therefore )?(?:held|exempt|withheld|refused)\b|(?:would|"
    r"also) (?:also )?rely on the (?:below|following)|we regard your request|my decision is|i have (?:reviewed|"
    r"considered) (?:the|your|this)|(?:the )?decision has been (?:taken|made) (?:not )?to|(?:do|"
    r"does) not hold (?:this|the|any|that)(?: requested| relevant)? information|hold(?:s)? information (?:relating|"
    r"relevant) to your request|\bholds? no (?:recorded |such )?information\b|\bwe (?:must|have to|"
    r"need to) advise you\b|\bexemption \d{2}\b[^.\n]{0,60}\b(?:is engaged|applies)\b|"
    r"\byour request\b[^.\n]{0,60} (?:is|has been) (?:therefore )?refused\b|that (?:the|this|all|"
    r"some) (?:requested )?information (?:you (?:have )?(?:requested|asked for) )?is (?:not )?held\b)|"
    r"^s(?:ec(?:tion)?s?)?\.? ?\d{1,2}[A-Z]?(?: ?\(\w{1,3}\)){1,4} ?[-–] ?[‘“\"']?[A-Z][a-z]",
    ("We regard your request for information as vexatious", "We regard your request"),
    ("Section 31(1)(a)(b)-‘Law Enforcement’", "Section 31(1)(a)(b)-‘La"),
    ("Is anything exempt?", None),
    ("s.30(1) – Investigations and proceedings", "s.30(1) – In"),
)
ASKS = rule(
    "voice.asks",
    "somebody who asks speaks of what the authority did, or puts a case",
    r"\?\s?$|^\W?(?:if|should|where|unless)\b|\bif (?:you|it|this|they) (?:do|does|would|cannot|are|is)\b|"
    r"\bhow (?:many|often|much)\b|\b(?:number|copies|copy|list|details) of\b|"
    r"\bcannot\b[^.\n]{0,30}\bbe (?:withheld|refused)\b|\bi (?:dispute|disagree|believe|do not accept|"
    r"don[’']t accept|would like|request|ask|am asking|appeal|complain)\b|\byou(?:r (?:response|reply|answer|refusal|"
    r"decision|force|staff)| (?:have )?(?:relied|used|refused|claimed|cited|applied|withheld|stated|said))\b",
    ("You have relied on section 12", "You have relied"),
    ("We rely on section 12", None),
)
CLOSES = rule(
    "voice.closes",
    "the answer is over: caveat, complaint rights, signature, last lines",
    r"^\(?(?:it should be noted that|please (?:note|be aware|be advised)(?: that)? (?:that )?(?:police forces|"
    r"forces\b|the (?:figures|answers)|statistical|figures)|this is a response under|answered under the freedom|"
    r"yours (?:faithfully|sincerely)|(?:if|should) you (?:are (?:unhappy|not content|dissatisfied)|wish to complain|"
    r"feel that we have not)|you (?:may|have (?:the right|forty|20))\b[^\n]{0,80}\b(?:internal )?review|"
    r"you are free to use|complaint rights|your right to|(?:\d[.)]\s)?are you (?:unhappy|dissatisfied|not (?:happy|"
    r"satisfied))|(?:if our answer does not)|none of this should be taken|disclosed on|information access team|"
    r"our answer to [^\n]{0,60} would be the same)",
    ("It should be noted that as a result", "It should be noted that"),
    ("1. Are you dissatisfied with the answer?", "1. Are you dissatisfied"),
    ("It should work", None),
)
STATUTE = rule(
    "voice.statute",
    "words of an Act, or of the notice that every refusal carries, are quoted",
    r"^(?:the legislation\b|\W{0,3}(?:[a-c\d][.)]\s{0,3})?(?:says (?:so|this is so)|tells (?:you|the applicant) so|"
    r"informs you of (?:this|that)|(?:names|cites) the (?:relevant )?exemption|explains (?:why it applies|"
    r"\((?:where|unless|if)))|(?:\W?(?:\d|[a-c])?[.)]?\s{0,3})(?:states? (?:that|the) fact|"
    r"the (?:prevention or detection of crime|apprehension or prosecution of offenders|"
    r"administration of justice)[,;.]?$|specif(?:y|ies) the exemption|states? \(if|states? why|says? why)|\(\d\)\s|"
    r"\d{2}\.?\s?[-–—]\s?\(1\)|(?:\(\d\)\s)?a public authority which(?:, in relation to| is to any extent)|"
    r"(?:\(\d\)\s)?(?:the duty to confirm or deny does not arise|in this act (?:any reference|a request)|"
    r"for the purposes of (?:sub)?section)\b|any information to which a request\b|"
    r"information is exempt information if|(?:\(\w{1,3}\)\s)?information which is (?:reasonably accessible|"
    r"not exempt)|section 17(?:\s?\(\d\))? )",
    ("(a) states that fact,", "(a) states that fact"),
    ("40. – (1) Any information to which a request", "40. – (1)"),
    ("a statement", None),
    ("b. names the relevant exemption and", "b. names the relevant exemption"),
)
TWO_DUTIES = rule(
    "voice.two-duties",
    "what section 1 asks of any authority, and section 17 of any refusal, is told",
    r"\bwhere exemptions? (?:are|is) relied|\btwo (?:duties|responsibilities|obligations)\b",
    ("Section 1 of the Act places two duties on us", "two duties"),
    ("The two officers were on duty", None),
)
FURTHER = rule(
    "voice.further",
    "below the numbered answers: what else is asked, or might be held and is neither confirmed nor denied",
    r"^(?:in addition|besides|other than|apart from|additionally|furthermore|"
    r"further(?: to the above)?),?\s(?=[^\n]{0,160}\bneither confirms?(?:ed)?,? n?or den)|^(?:with regards? to|"
    r"in (?:relation|respect|regard) (?:to|of)) any (?:covert|other|further)\b(?=[^\n]{0,160}\bneither confirm)|"
    r"^(?:(?:it is noted|i note|we note) that )?you (?:have )?also (?:asked|requested|sought)\b",
    ("In addition Kent Police can neither confirm nor deny", "In addition "),
    ("I note that you also asked for names.", "I note that you also asked"),
    ("In addition there were two", None),
    ("Besides what is given for questions 1 & 2, we can neither confirm nor deny", "Besides "),
    ("With regards to any covert abilities, we shall neither confirm nor deny", "With regards to any covert"),
)
DIALOGUE = rule(
    "voice.clarification",
    "what was asked back, or the answer to that",
    r"^(?:we (?:then )?(?:asked|wrote to) you\b|you (?:came back|replied|responded|clarified|answered|"
    r"confirmed)\b|in (?:question|request|point|part) [^\n]{1,20} you (?:ask|say|state)|"
    r"your (?:request|questions?) (?:was|were) clarified)[^\n]{0,80}:?$",
    ("You came back to us on 5th May 2025:", "You came back to us on 5th May 2025:"),
    ("In question 1 you ask:", "In question 1 you ask:"),
    ("You asked for the number", None),
)
HOLDS_FIRST = rule(
    "voice.holds-first",
    "between the words that announce the request and the request, the authority says that it holds what is asked",
    r"^under s(?:ection)?\.? ?1 ?\([^\n]{0,80}\b(?:i|we) can confirm that [^\n]{0,60}\bhold",
    ("Under S 1 (1) (a) of the Act, I can confirm that Fenshire Police does hold it", "Under S 1 (1) (a) of the Act, I "
     "can confirm that Fenshire Police does hold"),
    ("I can confirm that it is held", None),
)  # fmt: skip
TOGETHER = rule(
    "voice.together",
    "the authority says that the questions and its answers follow, each below the other",
    r"\brequest and our (?:responses?|answers?|repl(?:y|ies))\b|\bquestions,? (?:are repeated )?(?:and|"
    r"with) our (?:responses?|answers?)|"
    r"\bresponses? (?:follows?|below|beneath|under) each question|"
    r"\bquestions raised in your request and all of the information\b",
    ("Below is your request and our response.", "request and our response"),
    ("Our responses follow each question.", "responses follow each question"),
    ("Below is your request.", None),
)
RULES: tuple[Rule, ...] = (
    REQUEST_FOLLOWS, REQUESTER, ACKNOWLEDGES, ANSWER_FOLLOWS, AUTHORITY, DECIDES, ASKS, CLOSES, STATUTE, TWO_DUTIES,
    FURTHER, REPEATS, DIALOGUE, HOLDS_FIRST, TOGETHER,
)  # fmt: skip


def quotes_law(text: str) -> bool:
    """Whether a line holds words of an Act, or of the notice that every refusal carries."""
    return STATUTE.search(text) is not None or TWO_DUTIES.search(text) is not None


def answers(text: str) -> bool:
    """Whether a line is the authority's answer: it begins as only its lines do, or it decides and does not ask."""
    text = text.replace("\n", " ")
    if ACKNOWLEDGES.search(text):
        later = list(sentences(text, Span(0, len(text))))[1:]
        if any(AUTHORITY.search(text[one.start : one.end]) for one in later):
            return True
    if AUTHORITY.search(text) is not None:
        return True
    decides = DECIDES.search(text) is not None
    return decides and ASKS.search(text) is None and REQUESTER.search(text) is None
