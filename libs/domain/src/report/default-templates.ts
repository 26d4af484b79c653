import type { ReportName } from './reports.ts';

const MONEY = 'domestic-arrived foreign-arrived';

/** What each report says where a bureau has written no template of its own. «…» stands only where its figures exist. */
export const DEFAULT_TEMPLATES: Readonly<Record<ReportName, string>> = {
  circular: `# {bureau}关于{period}招商引资工作情况的通报
> 各责任单位：
现将{period}（截至{asOf}）招商引资工作情况通报如下。
## 一、总体情况
{period}，新签约项目{signed}个«，同比{signed.change}»；签约金额{signed-amount}«，同比{signed-amount.change}»«，完成年度目标的{signed-amount.progress}，{signed-amount.pace}»。开工项目{started}个«，同比{started.change}»«；开工率{start-rate}»。
到位内资{domestic-arrived}«，同比{domestic-arrived.change}»«，完成年度目标的{domestic-arrived.progress}，{domestic-arrived.pace}»；到位外资{foreign-arrived}«，同比{foreign-arrived.change}»。
## 二、各单位排名
@ranking signed-amount started start-rate
@ranking ${MONEY}
## 三、签约未开工项目
截至{asOf}，签约未开工项目{list:signed-not-started}个，合同投资额{list:signed-not-started.amount}。其中红色{list:signed-not-started.red}个、橙色{list:signed-not-started.orange}个、黄色{list:signed-not-started.yellow}个。红色项目如下：
@list signed-not-started red
## 四、工作要求
请各责任单位对红色、橙色项目逐一明确责任人和时限，于下次调度会前报送进展。`,
  ranking: `# {period}招商引资主要指标排名表
截至{asOf}。排名以完成目标进度为序，未下达目标的以数值为序；数值为零的不排名。
@ranking signed-amount signed
@ranking started-amount started start-rate
@ranking ${MONEY}`,
  scheduling: `# {period}项目调度清单
截至{asOf}，签约未开工项目{list:signed-not-started}个，合同投资额{list:signed-not-started.amount}。
@list signed-not-started`,
  'supervision-order': `# 关于加快推进逾期项目的督办函
> {unit}：
截至{asOf}，你单位负责的项目中，超过时限的{list:stalled}个，其中红色{list:stalled.red}个、橙色{list:stalled.orange}个、黄色{list:stalled.yellow}个，具体如下：
@list stalled orange red
请逐项查明原因，明确责任人、措施和完成时限，自收到本函之日起三个工作日内签收、十个工作日内书面回复。`,
  'half-year': `# {bureau}{period}工作报告
{period}，{bureau}围绕招商引资年度目标推进各项工作，现将有关情况报告如下（截至{asOf}）。
## 一、主要指标完成情况
### （一）项目签约
新签约项目{signed}个«，同比{signed.change}»；签约金额{signed-amount}«，同比{signed-amount.change}»«，完成年度目标的{signed-amount.progress}，{signed-amount.pace}»。
### （二）项目开工和入库
开工项目{started}个«，同比{started.change}»，投资额{started-amount}«；开工率{start-rate}»«，三年开工率{three-year-start-rate}»。入库项目{entered}个«，同比{entered.change}»。
### （三）资金到位
到位内资{domestic-arrived}«，同比{domestic-arrived.change}»«，完成年度目标的{domestic-arrived.progress}»；到位外资{foreign-arrived}«，同比{foreign-arrived.change}»«。资金到位率{funds-in-place-rate}»。
### （四）线索和储备
登记线索{leads}条«，有价值信息率{valuable-information-rate}»«；预审通过率{pre-review-pass-rate}»。在谈项目{list:negotiation}个。
## 二、存在的问题
签约未开工项目{list:signed-not-started}个，合同投资额{list:signed-not-started.amount}，其中红色{list:signed-not-started.red}个、橙色{list:signed-not-started.orange}个«；存量项目开工率{backlog-cleared}»。
## 三、各单位完成情况
@ranking signed-amount started start-rate
@ranking ${MONEY}
## 四、下一步打算
按月调度签约未开工项目，对超过时限的项目逐级督办；下月拟签约项目{list:signing-next-month}个，逐项落实条件。`,
};
