/** Sentences about what does not agree between the sheets, and about the stage gates: codes of `core/check/consistency/codes.ts` and `core/check/stage/codes.ts`. */
import type { TextTable } from './message';
import { reviewCheckTexts } from './review-check-texts';

export const consistencyTexts = {
  ...reviewCheckTexts,
  'consistency/says-nothing': {
    zh: ['“{column}”只写了“{value}”，看不出具体内容，后面的方法和成效无从对照。', '写明具体内容；还没有结论的，先留空。'],
    en: ['"{column}" only says "{value}", which nothing can be held against.', 'Write what it is; leave it blank while there is no answer.'],
  },
  'consistency/cause-repeats': {
    zh: ['问题 {number} 的原因分析与问题文字相同，没有说明原因，解决方法无法与原因对应（7.4 c）。', '写出造成问题的原因，例如人员、设备、物料、方法、环境、测量中的哪一项。'],
    en: ['The cause of problem {number} repeats the problem, so that no method can be matched to it (7.4 c).', 'Write what brings the problem about.'],
  },
  'consistency/analysis-unknown': {
    zh: ['原因分析的问题编号 {number}，附录D 里没有；附录D 现有：{known}。', '改成附录D 的编号，或在附录D 补上这个问题。'],
    en: ['The analysis is of problem {number}, which Annex D does not have; its numbers are {known}.', 'Use one of them, or add the problem to Annex D.'],
  },
  'consistency/analysis-unnumbered': {
    zh: ['这一块原因分析没有写问题编号，得出的原因不知道属于哪个问题（7.3.2）。', '填上附录D 的问题编号。'],
    en: ['This analysis does not say which problem it is of (7.3.2).', 'Enter the number that the problem has in Annex D.'],
  },
  'consistency/analysis-twice': {
    zh: ['问题 {number} 在 {first} 已经有一块原因分析，两块的结论分不清以哪个为准。', '合并成一块，清空多余的一块。'],
    en: ['Problem {number} already has an analysis at {first}; it is open which one counts.', 'Make one of the two, and clear the other.'],
  },
  'consistency/why-broken': {
    zh: ['问题 {number} 的第 {level} 个为什么没有回答，下面却有更深的回答，追问断了（7.4 c）。', '补上这一层的回答，或把下面的回答上移。'],
    en: ['Question {level} of problem {number} is not answered though a deeper one is: the chain is broken (7.4 c).', 'Answer it, or move the deeper answers up.'],
  },
  'consistency/why-repeats': {
    zh: ['问题 {number} 的第 {level} 个回答与问题或上面的回答相同，绕回了原处，没有问出新的原因。', '换成更深一层的原因；已经问到底的，清空这一层。'],
    en: ['Answer {level} of problem {number} repeats the problem or an answer above: the chain goes in a circle.', 'Write the cause one level deeper; clear this level if there is none.'],
  },
  'consistency/root-open': {
    zh: ['问题 {number} 已经追问了 {answers} 层，没有写根本原因，诊断表的原因无从得出（7.4 c）。', '写出根本原因并归类；还没有问到底的，继续追问。'],
    en: ['Problem {number} has {answers} answers but no root cause, so that the diagnosis has nothing to take over (7.4 c).', 'Write the root cause and its kind, or go on asking.'],
  },
  'consistency/root-unasked': {
    zh: ['问题 {number} 写了根本原因，却没有追问过为什么，看不出它是怎么得出的（7.4 c）。', '从问题出发逐层追问，至少写明推到它的每一步和依据。'],
    en: ['Problem {number} has a root cause, but no question was asked that leads to it (7.4 c).', 'Ask from the problem down, and write each step with its evidence.'],
  },
  'consistency/root-category': {
    zh: ['问题 {number} 的根本原因归为“{category}”，而鱼骨图的“{category}”是空白，图和结论对不上。', '把这一原因补到鱼骨图，或改正归类。'],
    en: ['The root cause of problem {number} is of the kind "{category}", under which its fishbone has nothing.', 'Add it to the fishbone, or correct the kind.'],
  },
  'consistency/cause-root': {
    zh: ['问题 {number} 在附录D 的原因是“{cause}”，原因分析得出的根本原因是“{root}”，前后不一致（7.4 c）。', '以分析为准改附录D；分析有误的，先改原因分析。'],
    en: ['Annex D gives "{cause}" as the cause of problem {number}, the analysis found "{root}" (7.4 c).', 'Use what the analysis found, or correct the analysis first.'],
  },
  'consistency/number-twice': {
    zh: ['问题编号 {number} 在 {first} 已经用过，方案引用时分不清是哪一个问题。', '给其中一个换成没有用过的编号，并同步改附录E。'],
    en: ['Problem number {number} already stands in {first}; the plan cannot tell the two apart.', 'Give one of them a new number, and change it in Annex E too.'],
  },
  'consistency/gap-unlinked': {
    zh: ['“{column}”已写，但没有说明其中的差距是否列入问题诊断表（7.3.2）。', '填对应的问题编号；没有差距的填“无”，不列入诊断的写明理由。'],
    en: ['"{column}" is written, but not whether its gaps became problems of the diagnosis (7.3.2).', 'Enter the problem numbers; say so if there is no gap, or why it is left out.'],
  },
  'consistency/gap-unknown': {
    zh: ['“{column}”对应的问题编号 {number}，附录D 里没有。', '改成附录D 里有的编号，或在附录D 补上这个问题。'],
    en: ['"{column}" refers to problem {number}, which Annex D does not have.', 'Use a number of Annex D, or add the problem there.'],
  },
  'consistency/problem-unanswered': {
    zh: ['问题 {number}“{problem}”在附录E 方案明细里没有对应的解决方法（7.4 c）。', '在附录E 增加一块，写同一编号、原因和解决方法；本次不解决的，在备注说明并从问题中移出。'],
    en: ['No line of the plan in Annex E answers problem {number} "{problem}" (7.4 c).', 'Add a block with this number, its cause and method; take the problem out if it is not dealt with now.'],
  },
  'consistency/plan-number-unknown': {
    zh: ['方案里的问题编号 {number}，附录D 里没有；附录D 现有：{known}。', '改成附录D 的编号，或在附录D 补上这个问题及其原因。'],
    en: ['Annex D has no problem {number}; its numbers are {known}.', 'Use one of them, or add the problem and its cause to Annex D.'],
  },
  'consistency/plan-problem': {
    zh: ['问题 {number} 写的是“{problem}”，附录D 同一编号是“{diagnosed}”，不像同一个问题。', '核对编号；是同一个问题的，照附录D 的文字写。'],
    en: ['Problem {number} reads "{problem}" here and "{diagnosed}" in Annex D.', 'Check the number; if it is the same problem, use the words of Annex D.'],
  },
  'consistency/plan-cause': {
    zh: ['问题 {number} 的原因写的是“{cause}”，附录D 诊断的原因是“{diagnosed}”，前后不一致（7.4 c）。', '以诊断为准改成相同的原因；诊断有变化的，先改附录D。'],
    en: ['The cause of problem {number} is "{cause}" here, but "{diagnosed}" in the diagnosis; 7.4 c) asks for one and the same.', 'Use the diagnosed cause, or correct Annex D first.'],
  },
  'consistency/plan-reversed': {
    zh: ['完成时间 {end} 早于起始时间 {start}，先后颠倒。', '对照工作安排，改正写错的一个。'],
    en: ['It ends on {end}, before it starts on {start}.', 'Correct the wrong one.'],
  },
  'consistency/plan-outside': {
    zh: ['“{column}”{value} 不在工作计划中方案实施的时间 {start} 至 {end} 之内。', '改这个日期，或在工作计划调整方案实施的起止时间。'],
    en: ['"{column}" {value} lies outside the time that the work plan gives to carrying out the plan, {start} to {end}.', 'Change this date, or the time in the work plan.'],
  },
  'consistency/plan-metric': {
    zh: ['问题 {number} 的绩效指标是“{metric}”，附录D 关联的是“{diagnosed}”，提升后不能说明原来的问题是否解决。', '两处改成同一指标。'],
    en: ['The plan measures problem {number} by "{metric}", the diagnosis by "{diagnosed}": the result would not show whether the problem is solved.', 'Use one metric in both places.'],
  },
  'consistency/plan-metric-unmeasured': {
    zh: ['“{metric}”没有提升前的数值，目标没有比较的起点（7.4 e）。', '补上提升前期间的明细或汇总填报；没有数据的，改用有数据的指标。'],
    en: ['"{metric}" has no figure before the improvement, so that its target starts from nothing (7.4 e).', 'Add rows or a summary of the baseline period, or choose a metric that has data.'],
  },
  'consistency/plan-baseline': {
    zh: ['“{metric}”提升前填的是 {value}，按数据表计算是 {computed}。', '清空这一格，方案里会显示计算值；确认计算值不对的，先核对数据表。'],
    en: ['"{metric}" before the improvement is typed as {value}; the data give {computed}.', 'Clear the cell, and the plan shows the computed figure; if that is wrong, check the rows first.'],
  },
  'consistency/plan-baseline-missing': {
    zh: ['“{metric}”不是列表里的指标，又没有填提升前的数值，目标看不出提升了多少（7.4 e）。', '在右侧“自定指标的提升前”填上数值；列表里有同样指标的，从列表选。'],
    en: ['"{metric}" is not a metric of the list and has no figure before the improvement to set its target against (7.4 e).', 'Enter the figure beside the print area, or choose the metric from the list if it is there.'],
  },
  'consistency/percent-scale': {
    zh: ['“{column}”填的是 {value}，而“{metric}”是比率，最大约为 1，差了 100 倍。', '加上百分号，例如 98%，或写成 0.98。'],
    en: ['"{column}" holds {value}, but "{metric}" is a rate of about 1 at most: a hundred times too much.', 'Add the percent sign, as in 98%, or write 0.98.'],
  },
  'consistency/target-direction': {
    zh: ['“{metric}”的目标 {target} 不比提升前的 {baseline} 好，达到了也不是提升。', '核对目标值和指标方向，改成比提升前更好的数值。'],
    en: ['The target {target} of "{metric}" is no better than {baseline} before: reaching it improves nothing.', 'Check the target and its direction.'],
  },
  'consistency/target-differs': {
    zh: ['“{metric}”的目标在这里是 {target}，附录E 定的是 {planned}。', '改成方案确定的目标；目标有调整的，同时改附录E 并由企业确认。'],
    en: ['The target of "{metric}" is {target} here, but {planned} in Annex E.', 'Use the target of the plan, or change it there too and have it confirmed.'],
  },
  'consistency/plan-resources': {
    zh: ['问题 {number} 的措施没有写资源：人力、信息、技术、设备、物资都是空白（7.4 f）。', '至少写明所需的人力；其他资源按需要填写。'],
    en: ['The measure for problem {number} names no resources: people, information, technology, equipment and material are all blank (7.4 f).', 'Name at least the people; the others as needed.'],
  },
  'consistency/survey-figure': {
    zh: ['调研发现写的是“{figure}”，“{metric}”按数据表计算是 {computed}，对不上。', '照计算值改写；确认数据表不全的，先补数据。'],
    en: ['The finding says "{figure}", but the data give {computed} for "{metric}".', 'Use the computed figure; if rows are missing, add them first.'],
  },
  'consistency/person-unknown': {
    zh: ['“{column}”的“{name}”不在员工名单、企业负责人和帮扶人员之中。', '核对姓名；新来的人先补到数据_员工，不是人名的写明职务。'],
    en: ['"{name}" in "{column}" is neither among the staff, nor the head of the enterprise, nor personnel of the agency.', 'Check the name; add new staff to the staff sheet.'],
  },
  'consistency/personnel-unknown': {
    zh: ['“{column}”的“{name}”不在首页的帮扶人员之中，看不出是否为本企业匹配（7.1.2）。', '核对姓名；确有参加的，补到首页的帮扶人员。'],
    en: ['"{name}" in "{column}" is not among the personnel of the agency on 首页 (7.1.2).', 'Check the name, or add it on 首页.'],
  },
  'consistency/group-head': {
    zh: ['组长“{head}”的职务是“{post}”，看不出是企业最高管理者或其授权人（7.5.2）。', '由最高管理者担任组长；授权他人的，在“组长授权”写明授权书。'],
    en: ['Nothing shows that the head of the group, "{head}" ({post}), is top management or authorised by it (7.5.2).', 'Let top management head the group, or name the authorisation in its cell.'],
  },
  'consistency/training-attendance': {
    zh: ['实参加 {people} 人，多于应参加的 {staff} 人。', '对照签到表，改正写错的一个。'],
    en: ['{people} took part, more than the {staff} who should have.', 'Correct the wrong one from the list of attendance.'],
  },
  'consistency/training-absent': {
    zh: ['应参加 {staff} 人，实参加 {people} 人，还有 {absent} 人没有参加，不是全员（7.5.4）。', '给缺席的人补训，再更新实参加人数和证据。'],
    en: ['{people} of {staff} took part; {absent} are missing, and 7.5.4 asks for all staff.', 'Train them too, then update the number and the evidence.'],
  },
  'consistency/training-staff': {
    zh: ['应参加 {staff} 人，而首页的从业人员是 {employees} 人，全员培训没有覆盖全员（7.5.4）。', '核对两处人数，应参加人数按全体从业人员填写。'],
    en: ['{staff} should take part, but 首页 has {employees} employees; 7.5.4 asks for all staff.', 'Check both numbers; all employees should take part.'],
  },
  'consistency/closed-unfinished': {
    zh: ['问题 {number} 已写关闭日期，但还没有实际完成日期（7.5.1）。', '先在实施进度填实际完成日期；没有完成的，清空关闭日期。'],
    en: ['Problem {number} has a closing date, but its measures have no date of completion (7.5.1).', 'Enter when they were done, or clear the closing date.'],
  },
  'consistency/closed-early': {
    zh: ['问题 {number} 的关闭日期 {value} 早于措施完成日期 {done}。', '核对两个日期；关闭应在措施完成、成效核实之后。'],
    en: ['Problem {number} is closed on {value}, before its measures were done on {done}.', 'Correct one of the two dates.'],
  },
  'consistency/closed-missed': {
    zh: ['问题 {number} 已关闭，但“{metric}”提升后为 {value}，没有达到方案的目标 {target}。', '清空关闭日期，继续改进；目标定得不当的，先与企业改方案。'],
    en: ['Problem {number} is closed, but "{metric}" is {value} and misses the target {target} of the plan.', 'Clear the closing date and go on, or correct the plan first.'],
  },
  'consistency/closed-unproven': {
    zh: ['问题 {number} 已关闭，但数据不足以说明“{metric}”（提升后 {value}）有改善。', '补充数据或延长观察后再关闭；有其他证据的，写在关闭依据里。'],
    en: ['Problem {number} is closed, but the data do not show that "{metric}" ({value} now) got better.', 'Gather more data first, or write the other evidence into the basis.'],
  },
  'consistency/training-level': {
    zh: ['分层培训 {level}）这一层没有记录，标准要求三个层级都培训（7.5.5）。', '安排这一层的培训，填上日期、形式、人数、内容和证据。'],
    en: ['Level {level}) has no training on record; 7.5.5 asks for all three levels.', 'Train this level and enter date, form, number, content and evidence.'],
  },
  'consistency/training-nobody': {
    zh: ['分层培训 {level}）的人数是 0，等于没有培训。', '对照签到表填实际人数；没有培训的，把这一行清空。'],
    en: ['The training of level {level}) has 0 people, which is none.', 'Enter the number from the list of attendance, or clear the row.'],
  },
  'consistency/kind-missing': {
    zh: ['成效总结缺 {kind}）类指标的数值，标准要求五类都有（7.6）。', '补上这一类的明细数据或汇总填报，至少要有提升后一期。'],
    en: ['The results have no figure of kind {kind}); 7.6 asks for all five kinds.', 'Add rows or a summary for it, at least for the current period.'],
  },
  'consistency/kind-evidence': {
    zh: ['{kind}）类指标有数值，没有写证据。', '写明数据出处，例如报表名称、期间和保管人。'],
    en: ['The indicators of kind {kind}) have a figure but no evidence.', 'Name the source: the report, its period and its keeper.'],
  },
  'consistency/case-length': {
    zh: ['案例正文共 {length} 字，超过 {limit} 字，多出 {over} 字（F.2）。', '从最长的这一部分开始删减。'],
    en: ['The case has {length} characters, {over} more than the {limit} of F.2.', 'Shorten it, beginning with this part, the longest.'],
  },
  'consistency/case-share': {
    zh: ['“{column}”占正文的 {share}%，标准约为 {about}%，相差 {distance} 个百分点（F.2）。', '按约定的篇幅增减；其他部分长短变化后占比会随之变化。'],
    en: ['"{column}" takes {share} % of the case; F.2 asks for about {about} %: {distance} points.', 'Shorten or extend it; the shares move with the other parts too.'],
  },
  'consistency/case-figure': {
    zh: ['案例写的“{figure}”与“{metric}”的计算值 {computed} 不符，成效应真实并有证据（F.2 c）。', '照计算值改写；数据有更新的，前后两期都核对一遍。'],
    en: ['The case says "{figure}", but the data give {computed} for "{metric}"; F.2 c) asks for true figures.', 'Use the computed figure; after new data, check both periods.'],
  },
  'consistency/summary-figure': {
    zh: ['总体评价写的“{figure}”与“{metric}”的计算值 {computed} 不符，同一张表里前后矛盾（7.6）。', '照计算值改写；是程序起草的，再运行一次 plan 更新。'],
    en: ['The summing up says "{figure}", but the data give {computed} for "{metric}" (7.6).', 'Use the computed figure; a draft of the program is renewed by plan.'],
  },
  'consistency/case-units': {
    zh: ['主要起草单位有 {count} 家，标准为 1~3 家（F.3）。', '只留最主要的 1~3 家。'],
    en: ['There are {count} drafting units; F.3 allows one to three.', 'Keep the most important ones.'],
  },
  'consistency/case-unit-twice': {
    zh: ['“{name}”在 {first} 已经列过，一家单位只算一家（F.3）。', '删去重复的一家。'],
    en: ['"{name}" already stands in {first}; a unit counts once (F.3).', 'Delete one of the two.'],
  },
  'consistency/case-industry': {
    zh: ['行业代码 {code} 的名称是“{right}”，这里写的是“{name}”。', '核对营业执照的行业，名称和代码改成同一大类。'],
    en: ['Division {code} is "{right}", but "{name}" is written here.', 'Make name and code the same division of GB/T 4754.'],
  },
  'consistency/case-industry-home': {
    zh: ['案例的行业代码是 {code}，首页的行业代码是 {home}，不是同一大类。', '核对后改成一致。'],
    en: ['The case has division {code}, 首页 has {home}.', 'Make them agree.'],
  },
  'consistency/record-missing': {
    zh: ['{form}已经填写，记录目录里却是“未形成”（7.8.2）。', '整理成记录，填形成人、日期和存放位置，并更新状态。'],
    en: ['{form} is filled, but its record is said not to exist (7.8.2).', 'File it, enter who, when and where, and update the state.'],
  },
  'consistency/record-empty': {
    zh: ['记录目录写的是“已归档”，而{form}还是空白，记录不真实（7.8.1）。', '改正状态；已有纸质记录的，把内容填进{form}。'],
    en: ['The record is said to be filed, but {form} is blank; records have to be true (7.8.1).', 'Correct the state, or fill in {form} from the paper.'],
  },
  'consistency/record-early': {
    zh: ['记录的形成日期 {value} 早于{form}的时间 {date}，先有记录后有事，不可追溯（7.8.1）。', '对照原始记录，改正写错的一个日期。'],
    en: ['The record is dated {value}, before what it records: {form} is dated {date} (7.8.1).', 'Correct the wrong date.'],
  },
  'consistency/baseline-late': {
    zh: ['提升前期间到 {baselineEnd} 才结束，而方案的措施 {start} 已开始，提升前的数据里已含提升的效果。', '把提升前期间移到措施开始之前，或核对方案明细的开始日期。'],
    en: ['The baseline period ends on {baselineEnd}, but the first measure of the plan starts on {start}: the baseline holds part of the improvement.', 'Move the baseline before the first measure, or check its start.'],
  },
  'consistency/basis-differs': {
    zh: ['“{metric}”的{period}数值来自汇总填报，另一期来自逐行数据，两期不能比较。', '把这一期的明细补到数据表，或两期都用汇总填报。'],
    en: ['"{metric}" rests on a summary in the {period} period and on rows in the other: the two are not compared.', 'Add the rows of this period, or use summaries for both.'],
  },
  'consistency/after-as-of': {
    zh: ['“{column}”有 {count} 行晚于数据截止日 {asOf}，最晚是 {latest}；截止日那天还不可能知道。', '数据已收到更晚的，在首页把数据截止日改晚；日期写错的，改正这些行。'],
    en: ['"{column}" has {count} rows after the as-of date {asOf}, up to {latest}, which nobody could know on that day.', 'Move the as-of date on 首页 if the data go further; otherwise correct the rows.'],
  },
  'consistency/main-product-share': {
    zh: ['标为主导产品的收入在{period}只占营业收入的 {share}，没有超过 50%，不符合主导产品的定义（表 A.1 注 2）。', '核对哪些产品是主导产品；漏标的补上“是”，收入不全的补上月份。'],
    en: ['The main products brought {share} of the income in the {period} period; note 2 of table A.1 asks for more than 50 %.', 'Check which products are marked, and whether months of income are missing.'],
  },
  'consistency/not-eligible': {
    zh: ['{section} 第 {item} 项不符合，不满足参加认证提升的基本要求。', '整改到符合后再开展；判断有误的，改正并写明证据。'],
    en: ['Item {item} of {section} is not met: a basic requirement of the work is missing.', 'Put it right before going on; correct the entry if it is wrong.'],
  },
  'consistency/eligibility-open': {
    zh: ['{section} 第 {item} 项还是“待核实”，后面的环节已经开始。', '先核实，改成“符合”或“不符合”，并写明证据。'],
    en: ['Item {item} of {section} is still to be verified though later steps have begun.', 'Verify it and name the evidence.'],
  },
  'consistency/eligibility-evidence': {
    zh: ['{section} 第 {item} 项选了“符合”，没有写证据。', '写明材料名称、编号，或查询网址和日期。'],
    en: ['Item {item} of {section} is said to be met, but without evidence.', 'Name the document, or the address and day of the look-up.'],
  },
  'consistency/eligibility-contradicted': {
    zh: ['5.1 第 2 项选了“符合”，而数据_合规近三年有 {count} 起经营异常或严重违法失信。', '查公示信息核对；确有记录的，改成“不符合”。'],
    en: ['Item 2 of 5.1 is said to be met, but the compliance rows hold {count} listings within three years.', 'Check the public register, and correct whichever is wrong.'],
  },
  'consistency/not-small': {
    zh: ['按首页的人数、收入和行业 {industry} 划型为{size}，本标准只适用于小型、微型企业（3.1）。', '核对从业人员、营业收入和资产总额，单位是人和万元；数字无误的，不适用本标准。'],
    en: ['By staff, income and industry {industry} the enterprise is {size}; the standard is for small and micro enterprises (3.1).', 'Check staff, income and assets and their units; if they are right, the standard does not apply.'],
  },
  'consistency/size-figure-missing': {
    zh: ['缺少{missing}，不能判断是不是小型或微型企业（3.1）。', '在首页补上。'],
    en: ['Without {missing} it cannot be told whether the enterprise is small or micro (3.1).', 'Enter it on 首页.'],
  },
  'consistency/size-code-needed': {
    zh: ['行业 {industry} 在划型办法中分成几类，两位代码不能判断规模（3.1）。', '填三位或四位的划型代码，如 591、7010。'],
    en: ['The rule of size divides industry {industry}; two digits are not enough (3.1).', 'Enter the code with three or four digits, such as 591 or 7010.'],
  },
  'consistency/size-not-covered': {
    zh: ['划型办法没有列入行业 {industry}，不能按它判断规模（3.1）。', '核对行业代码；无误的，另附规模证明。'],
    en: ['The rule of size does not cover industry {industry} (3.1).', 'Check the code; if it is right, keep other proof of the size.'],
  },
  'consistency/size-code-differs': {
    zh: ['划型代码 {code} 与行业代码 {industry} 不是同一大类，企业规模按错的行业判断（3.1）。', '核对营业执照的行业，使划型代码的前两位与行业代码相同；不需要细分的，清空划型代码。'],
    en: ['The size code {code} is of another division than industry {industry}, so that the size is judged by the wrong industry (3.1).', 'Let it begin with the two digits of the industry, or clear it where the industry is not divided.'],
  },
  'consistency/revenue-scale': {
    zh: ['首页的营业收入是 {value} 万元，按数据_财务折算一年约 {computed} 万元，相差 20 倍以上，多半是单位不同（3.1）。', '核对两处的单位，都按万元填写。'],
    en: ['首页 says an income of {value}, but the rows of finance give about {computed} a year: more than twenty times apart, most likely another unit (3.1).', 'Check the units; both take ten thousands of yuan.'],
  },
  'consistency/steps-order': {
    zh: ['“{column}”{value} 早于{form}的“{other}”{otherValue}，与工作流程的先后不符（第 6 章）。', '对照原始记录，改正写错的一个日期。'],
    en: ['"{column}" {value} is before "{other}" {otherValue} of {form}, against the order of the steps (clause 6).', 'Correct the wrong date from the records.'],
  },
  'consistency/survey-respondents': {
    zh: ['调研已写完，调研对象里没有{missing}，而标准把他们列为主要的沟通对象（7.2.1）。', '补做访谈并更新调研对象；已经谈过的，把对象写上。'],
    en: ['The survey is complete, but nobody of {missing} was asked, whom 7.2.1 names first.', 'Speak with them, or enter them where they were asked.'],
  },
  'consistency/mixed-scales': {
    zh: ['{period}期间的问卷混用了不同的满分，“{metric}”无法计算。', '同一期间统一用一种满分；换了问卷的，按题意换算后再填。'],
    en: ['The {period} period mixes answers of different full scores; "{metric}" cannot be computed.', 'Use one scale within a period; convert the answers of another questionnaire first.'],
  },
  'consistency/item-unweighted': {
    zh: ['{period}期间的问卷里有题项不在权重表中，“{metric}”无法计算。', '在权重表补上这些题项；写法不同的，改成与数据行一致；各题同样重要的，清空权重表。'],
    en: ['The {period} period has answers to items without a weight; "{metric}" cannot be computed.', 'Add the items to the table of weights, in the same words, or clear the table if all items weigh the same.'],
  },
  'stage/data-errors': {
    zh: ['这张数据表还有 {count} 处错误，成效的数值建立在它上面。', '按检查结果改正后再总结成效。'],
    en: ['This data sheet still has {count} errors, and the figures of the results rest on it.', 'Correct them before the results are summed up.'],
  },
} as const satisfies TextTable;
