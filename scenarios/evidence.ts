/** The register of evidence: what is known, from whom, how well, and which parameters and patterns rest on it. */
import { PARAMETERS, type Grade, type ParameterName } from "../engine/index.ts";

/** B/C: measured in part, in part told by the firm. A model or a theory has measured nobody. */
export type EvidenceGrade = Grade | "B/C" | "model" | "theory";

export interface Evidence {
  /** `E01` … `E50`, a letter for entries found later. */
  readonly id: string;
  readonly topic: string;
  readonly grade: EvidenceGrade;
  /** What was found, with its numbers. */
  readonly finding: string;
  /** Who says so. */
  readonly source: string;
  /** Where it was read: a page, or a title where the page has no lasting address. */
  readonly address: string;
  /** Patterns (S1 …) and other uses than parameters; empty = parameters only. */
  readonly use: string;
  /** What of it wasn't seen in a source while this was compiled; empty = nothing. */
  readonly unverified: string;
  /** Whether all of it was seen in a source. */
  readonly isVerified: boolean;
}

/** id, grade, finding, source, address, other uses, what is unverified. */
type Row = readonly [string, EvidenceGrade, string, string, string, string?, string?];

// oxfmt-ignore
const TOPICS: Readonly<Record<string, readonly Row[]>> = {
  "enterprise social networks": [
    ["E01", "B", "IBM's Beehive, opened in 2007, had at least 30,000 users within a year, all by choice; people met new colleagues there rather than their close ones.",
      "Hupfer", "susannehupfer.com/five-cs-of-social-business", "library: a firm with strong grassroots"],
    ["E02", "B", "Beehive later had 60,000 active people among 400,000 employees (15%), and then nearly 90,000.",
      "Shah, in an interview", "seekomega.com/2011/11/how-to-improve-social-business-adoption-as-told-by-ibm-part-1; itsmydigitallife.wordpress.com/2011/01/19",
      "library: a firm with strong grassroots"],
    ["E03", "B", "IBM's BlueIQ had almost 900 ambassadors in October 2009 and over 2,000 in 2011: 2.2 times as many in two years, some .5% of 430,000 employees.",
      "BlueIQ", "ragtag.wordpress.com/2009/10/30/i-won-something; managementexchange.com (Cutting through BigBlue Tape); for 2011 the post whose claims the model examines", "library: a firm with strong grassroots"],
    ["E04", "C", "BlueIQ's practice: use cases by role and task, influential people first, local branches, teaching managers, building into the tools at hand.",
      "BlueIQ", "documents.pub (BlueIQ: IBM's social software adoption journey)"],
    ["E05", "A", "Points for contributing to Beehive doubled contributions at first; when the points were taken away, people contributed less than before.",
      "Farzan et al. 2008; Thom, Millen & DiMicco 2012", "scite.ai; docplayer.net/39525", "S18"],
    ["E06", "C", "81 owners and 185 users of networks: a significant impact on collaboration for 34%, finding experts 31%, sharing practice 21%, strategy 19%; very little on retention 57%, meetings 50%. "
      + "7% tie it to financial results; nobody measured very well, 68% poorly. Use fell sharply after the first enthusiasm, often to one department.",
      "Altimeter 2012", "infoworld.com/2618810; information-management.com; web-strategist.com/2012/02/22", "S2, S7"],
    ["E07", "C", "Less than half of the collaboration tools that firms had deployed were used regularly by many employees; leaders took no part.",
      "Altimeter 2014", "cmswire.com/028785; attensa.com", "context: shallow use"],
    ["E08", "C", "Through 2015, 80% of social business efforts were expected to miss their benefits, for lack of leadership and too much technology; 70–80% of firms were struggling.",
      "Gartner 2013", "computerweekly.com/2240176824; computerworld.com/2696103", "S6, printed as found"],
    ["E09", "C", "Internal networks were a great success for 13% of firms (10% the year before), good for 25%, average for 37%, fair or poor for 25%; adoption was the first obstacle for 35%.",
      "InformationWeek 2011", "therealtimereport.com/2012/01/16; dreamspp.online", "context: shallow use"],
    ["E10", "C", "Of employees with access to a network 40% never used it and 13% did daily.",
      "ESG 2013", "it-tna.com/2013/04/01/with-social-collaboration-start-small"],
    ["E11", "B", "4.7 million employees of 97 firms in 3,200 communities: 80–85% look into Yammer, about 60% only read.",
      "SWOOP 2022", "01net.it (press release, 10 November 2022)", "S1, S5"],
    ["E12", "B", "The best of a benchmark: at one firm 16,000 of 28,000 employees on the network and 30% active, at another 40% active in a month. Upper bounds.",
      "SWOOP 2018", "swoopanalytics.com/benchmarking/yammer-benchmarking", "context: upper bounds of use"],
    ["E13", "B", "Of 130,000 members 2.97–3.01% posted anything in a month, .62–.75% more than twice, 96.6–97% not at all (January and February 2016).",
      "Garfield 2016", "medium.com (90-9-1 rule of thumb: fact or fiction?)", "S4"],
    ["E14", "B", "Of the users of a software product 38.8% come back after a month and about 30% after three; at the best 66.6, 60.8 and 56.6% after one, two and three.",
      "Pendo", "mindtheproduct.com"],
    ["E15", "A", "Six months with a network, against a group without: 31% better at knowing who knows what, 88% (in another account 71%) at who knows whom.",
      "Leonardi", "insight.kellogg.northwestern.edu/article/the_coworker_network; paulleonardi.com", "S19"],
    ["E16", "C", "For the tools: 69% of 1,695 executives report measurable benefits (2009); a potential of 20–25% in the productivity of interaction workers, who spend 28% of a week on e-mail and 19% on searching, "
      + "of which 35% could be saved (2012).",
      "McKinsey 2009; MGI 2012", "mckinsey.com (How companies are benefiting from Web 2.0); mckinsey.de/the-social-economy; futureofwork.com", "S21"],
    ["E16b", "B", "A year of a firm's logs: who receives comments goes on contributing; recent activity of one's manager and co-workers goes with starting and resuming.",
      "Brzozowski, Sandholm & Hogg 2009", "dl.eusset.eu"],
    ["E16c", "C", "In 58% of the best communities the chief executive takes part, in 36% of the average ones.",
      "Community Roundtable 2014", "socintranet.blogspot.com", "context: sponsors"],
  ],
  "communities of practice": [
    ["E17", "B/C", "Caterpillar put $2.5 million into communities from 2000 to 2003, for some 40,000 members; it counted $600 an internal and $2,500 an external discussion, discounted for confidence, returns of 200% and 700%, "
      + "and expected $75 million by 2008: 40% productivity, 25% cost, 15% speed, 4% quality.",
      "Milton 2012; Powers 2004", "nickmilton.com (2012/09, success story 48); vickipowers.com (Virtual communities at Caterpillar)", "S12"],
    ["E18", "B", "Caterpillar had 12 communities in 1999 and over 4,000 in 2006. A worked example of a discussion's value: 40 hours at $50, 100% and 80% = $1,600.",
      "Weiterbildungsblog 2006", "weiterbildungsblog.de/2006/03/23"],
    ["E19", "C", "ConocoPhillips had 140–150 networks among 30,000 employees, none without a business case; questions to expert forums at the core, on an old SharePoint; it documents hundreds of millions of dollars for 2004–11.",
      "Forrester 2011", "go.forrester.com (2011-09-21); Organizational Network Fieldbook; digitalworkplacegroup.com", "library: an oil major"],
    ["E20", "B/C", "Xerox's Eureka served 14,000, later 25,000 technicians and agents on a million service calls a month; $100 million is told at second hand; one tip saved a replacement of about $40,000.",
      "KMWorld; PARC", "kmworld.com/9140; parc.com (case 2512); curiouslionlearning.com; destinationcrm.com/47407", "library: field service"],
    ["E21", "C", "Communities have most often 10 members, in the median 50, in the mean 200–250; they work better the larger they are, with a jump between 100 and 500. Programmes with communities report $145 million, "
      + "those without $9.4 million, by their own account and not corrected for size.",
      "Knoco 2014 and 2017", "nickmilton.com (2014/06, 2019/06)"],
    ["E22", "C", "Firms that use communities of practice: 62% in 2014, then 57%, 55% in 2020; 23% have formal ones across the enterprise.",
      "Knoco 2020; APQC 2025", "nickmilton.com (2020/05); Garfield on APQC, goodreads.com"],
    ["E23", "B", "171 organisations spend $369, $750 and $1,538 (quartiles) an employee and year on managing knowledge, 70% of it on people, 11% on software.",
      "APQC", "kmworld.com/129196", "S12"],
    ["E24", "A", "653 sales agents, by lot: structured meetings in pairs to seek advice raised sales by over 15%, for 20 weeks and longer; incentives alone passed. The whole treatment cost under $15,000.",
      "Sandvik et al. 2020", "hbs.edu (item 58132); mbadepot.com", "S13"],
    ["E25", "C", "Of a community's members 10–15% are its core, 15–20% active, the rest at the edge.",
      "Wenger, McDermott & Snyder 2002", "groups.diigo.com (excerpt)", "S10"],
    ["E26", "B", "57 communities: those that fail lack a core group, one-to-one contact, open minds, identification or a tangible practice; those that work have measurable aims, a sponsor and a leader.",
      "Probst & Borzillo 2008", "European Management Journal 26:335; communitiesofpracticeforstem.com"],
    ["E26b", "C", "Champions, by practitioners: one in 100 employees, 1 in 40–50 recommended; a council of 6,000 planned for 500 (1 in 12).",
      "Microsoft Tech Community", "techcommunity.microsoft.com/2142562; techcommunity.microsoft.com/2437784"],
    ["E26c", "C", "Central teams: some 3 people in firms of 1,000–5,000, some 20 at 5,000–10,000; 78% of firms have one; hub and spoke in 41%, later 35%.",
      "Altimeter 2010–13", "web-strategist.com/2010/11/09; web-strategist.com/2011/12/22; drakecooper.com"],
  ],
  "motivation, engagement, turnover": [
    ["E27", "A", "592 people: showing ranks cut the odds of co-operating to .36; adding reputation to ranks raised them by 1.87.",
      "Chambers", "unibocconi.it (How rankings disrupt cooperation); eurekalert.org/012720", "S14"],
    ["E28", "A", "Told how they rank, 42% of workers came back, of others 66%; those who did were 22% less productive.",
      "Barankay", "hodakvalue.com"],
    ["E29", "A", "108 studies, 30,648 people: performance goes with autonomy (.28), competence (.37) and relatedness (.25); the tie is .22 where incentives are direct and salient, .45 where they are indirect.",
      "Cerasoli et al. 2016", "link.springer.com (s11031-016-9578-2)"],
    ["E30", "B", "Most against least engaged quarter of teams: productivity 14% or sales 18% higher, profit 23%, turnover 21% lower in firms with much and 51% in firms with little, absence 78% lower (in 2012: 21, 22, 25, 65, 37%). "
      + "A correlation, not a cause.",
      "Gallup", "seedvn.com; zidiwork.com", "S20"],
    ["E31", "C", "Engaged at work: 13% of the world in 2013, 15% in 2017, 23% in 2022; actively disengaged 24%, later 18%. Put at $8.8 trillion or 9% of the world's product (2022), at over half a trillion in the US (2013).",
      "Gallup 2013–22", "gallup.com/393497; maynardwebb.com; stafftalk365.com"],
    ["E32", "B", "Replacing an employee costs 21% of a year's salary in the median of 27 cases.",
      "Boushey & Glynn 2012", "paperzz.com; scribd.com"],
    ["E33", "A", "Taking up technology, 37 studies: only expected usefulness goes strongly with intention; effort, peers and support weakly. 60 further ones (over 122,000 observations): intention goes most with use, effort often not.",
      "Taiwo & Downe 2013; Tamilmani et al. 2020", "fdokumen.com; studylib.net/25578505"],
    ["E34", "A", "A habit takes 18–254 days to come within 5% of its asymptote (66 in the mean often quoted); its curve flattens; a day missed does no harm.",
      "Lally et al. 2010", "studylib.net/8103714; businessinsider.com"],
  ],
  "diffusion and networks": [
    ["E35", "B", "Bass's model, per year: p typically .03 (often below .01), q .38 (.3–.5).",
      "Mahajan, Muller & Bass; Sultan, Farley & Lehmann 1990", "tx.shu.edu.tw (BassModel)", "", "the means over 213 applications (Sultan et al.)"],
    ["E36", "B", "From Bass's curve: .2–2.8% innovators and 9.5–20% early adopters; Rogers has 2.5, 13.5, 34, 34 and 16%.",
      "Mahajan et al. 1995", "solvinnov.com", "context: resistant and early people", "Rogers's five shares"],
    ["E37", "A", "The ratio q/p rises with unequal incomes and with competing standards: an S-curve comes from differences between people as well as from contagion, and so proves neither.",
      "Van den Bulte & Stremersch 2004", "repub.eur.nl/pub/1012", "calibration: `no contagion` must be a possible answer"],
    ["E38", "A", "Over 1,500 people: 54% took up a behaviour in clustered networks, 38% in random ones; being told by several neighbours matters.",
      "Centola 2010", "pubmed 20813952; farnamstreetblog.com/2010/09"],
    ["E39", "theory", "Thresholds 0, 1, …, 99 let all 100 act; one changed from 1 to 2 lets 1. Normal thresholds around 25 jump where the standard deviation is about 12.",
      "Granovetter 1978", "github.com/TimRichter/CartesianSeminar; jalt.online/granovetter", "oracle tests"],
    ["E40", "theory", "Global cascades from one seed happen only within a window of mean degrees.",
      "Watts 2002", "iris.joshua-becker.com; PNAS 99:5766", "oracle tests"],
    ["E41", "theory", "Media that need everybody, and an answer, fail at the start and are abandoned more easily.",
      "Markus 1987", "scilit.net", "context: platforms that are left again"],
    ["E42", "model", "A simulation: network externalities hold growth back and cost net present value, more so when thresholds vary little; size and degree make up for it, clustering adds to it.",
      "Goldenberg, Libai & Muller 2010; Mukherjee 2014", "academia.edu/49423426; catalog.comses.net/publications/1014", "S15"],
    ["E43", "model", "Agents and mean fields agree when everybody meets everybody and part in clustered or unequal networks; means often differ little against the noise.",
      "Rahmandad & Sterman 2008; Bonabeau", "mitmgmtfaculty.mit.edu; redam94.github.io", "choice of agents over mean fields"],
    ["E44", "B", "E-mail of a research institute: 1,005 people in 42 departments, 25,571 directed ties, clustering .399, effective diameter 2.9 (90%).",
      "email-Eu-core", "snap.stanford.edu/data/email-Eu-core.html", "structure of synthetic companies"],
    ["E45", "B", "In one firm unit and place decide who talks to whom, who people are hardly does; most talk stays within unit and function.",
      "Kleinbaum, Stuart & Tushman 2008", "hbs.edu (item 33835); glenbrook.com", "structure of synthetic companies"],
    ["E46", "B", "Microsoft, May 2019: 241,718 employees, 95.5 million mails, rarer with distance in the reporting tree. 61,182 employees sent home: more silos, fewer bridges, less change.",
      "Yang et al. 2022", "Nature Human Behaviour; sciencestack.ai/2208.01208; publicstringarray.com", "library: a remote firm"],
    ["E47", "C", "Spans of control of 6–12 are common (5–8 in knowledge work, up to 20 in call centres), layers 3–6; 23% of a technology firm are managers.",
      "RSM; Pave", "technologyblog.rsmus.com; pave.com; pawanjoshi.com.np", "structure of synthetic companies"],
  ],
  "reviews, sponsors, forgetting": [
    ["E48", "C", "A security questionnaire takes 3–6 weeks, counsel's queue 4–8, an agreement on data 4–12; 60–270 days from intent to signature, 3–9 months for a new AI supplier at a large firm; "
      + "89% of 28 leads call the security review the worst obstacle.",
      "Suppliers' surveys", "renewalpad.com; guide2b2b.com; stateofai.pages.dev; tonyx1998.github.io", "S17"],
    ["E49", "C", "Projects with excellent change management meet their aims 6–7 times as often; an active, visible sponsor is named first every time.",
      "Prosci", "prosci.com; thechangemanager.wordpress.com"],
    ["E50", "A", "What an organisation learns by producing is lost again quickly.",
      "Argote, Beckman & Epple 1990", "ideas.repec.org"],
  ],
};

/** All entries, by topic and id. */
export const EVIDENCE: readonly Evidence[] = Object.entries(TOPICS).flatMap(([topic, rows]) =>
  rows.map(([id, grade, finding, source, address, use = "", unverified = ""]) => ({
    id,
    topic,
    grade,
    finding,
    source,
    address,
    use,
    unverified,
    isVerified: unverified === "",
  })),
);

/** Parameters that name an entry, in the order of their table. */
export function parametersOn(id: string): ParameterName[] {
  return PARAMETERS.filter(({ evidence }) => evidence.split(" ").includes(id)).map(({ name }) => name);
}

/** Entries a parameter names, in its order; none = an explicit assumption. */
export function evidenceOf({ evidence }: { readonly evidence: string }): Evidence[] {
  const ids = evidence.split(" ");
  return ids.flatMap((id) => EVIDENCE.filter((entry) => entry.id === id));
}

/** The best grade a parameter may have that rests on an entry: what measured nobody carries an assumption at most. */
export function gradeCarried(grade: EvidenceGrade): Grade {
  if (grade === "B/C") return "B";
  return grade === "model" || grade === "theory" ? "D" : grade;
}
