// Written by apps/web/generate-api.sh from the domain’s dictionary. Do not edit.
export const DICTIONARY = {
  "clocks": {
    "lead-response": {
      "zh": "线索办理",
      "en": "Lead response"
    },
    "negotiation-standard": {
      "zh": "一般项目洽谈",
      "en": "Negotiation, standard"
    },
    "negotiation-large": {
      "zh": "重大项目洽谈",
      "en": "Negotiation, large"
    },
    "no-progress": {
      "zh": "无进展",
      "en": "No progress"
    },
    "agreed-start": {
      "zh": "约定开工",
      "en": "Agreed start"
    },
    "start-floor": {
      "zh": "开工底线",
      "en": "Start floor"
    },
    "signed-one-year": {
      "zh": "签约满一年",
      "en": "Signed one year"
    },
    "idle-land": {
      "zh": "闲置土地",
      "en": "Idle land"
    },
    "statistical-entry": {
      "zh": "入库纳统",
      "en": "Statistical entry"
    },
    "first-funds": {
      "zh": "首笔资金",
      "en": "First funds"
    },
    "funds-15-percent": {
      "zh": "资金到位 15%",
      "en": "Funds 15 %"
    },
    "issue": {
      "zh": "问题办理",
      "en": "Issue"
    },
    "order-reply": {
      "zh": "督办回复",
      "en": "Order reply"
    }
  },
  "colours": {
    "green": {
      "zh": "绿",
      "en": "green"
    },
    "blue": {
      "zh": "蓝",
      "en": "blue"
    },
    "yellow": {
      "zh": "黄",
      "en": "yellow"
    },
    "orange": {
      "zh": "橙",
      "en": "orange"
    },
    "red": {
      "zh": "红",
      "en": "red"
    }
  },
  "rungs": {
    "near-due": {
      "zh": "临期提醒",
      "en": "Near due"
    },
    "due": {
      "zh": "到期提醒",
      "en": "Due"
    },
    "reminder": {
      "zh": "催办",
      "en": "Reminder"
    },
    "supervision": {
      "zh": "督办",
      "en": "Supervision order"
    },
    "circular": {
      "zh": "通报",
      "en": "Circular"
    },
    "interview": {
      "zh": "约谈",
      "en": "Interview"
    },
    "accountability": {
      "zh": "问责",
      "en": "Accountability"
    }
  },
  "phases": {
    "lead": {
      "zh": "线索",
      "en": "Lead"
    },
    "negotiation": {
      "zh": "在谈",
      "en": "Negotiation"
    },
    "signing": {
      "zh": "签约",
      "en": "Signing"
    },
    "start": {
      "zh": "开工",
      "en": "Start"
    },
    "funding": {
      "zh": "到位资金",
      "en": "Funding"
    },
    "production": {
      "zh": "投产",
      "en": "Production"
    },
    "dropped": {
      "zh": "放弃",
      "en": "Dropped"
    },
    "terminated": {
      "zh": "终止投资",
      "en": "Terminated"
    },
    "completed": {
      "zh": "完成",
      "en": "Completed"
    },
    "merged": {
      "zh": "已并入",
      "en": "Merged"
    }
  },
  "events": {
    "LeadRegistered": {
      "zh": "登记线索",
      "en": "Lead registered"
    },
    "ProjectRecorded": {
      "zh": "建档",
      "en": "Project recorded"
    },
    "LeadAcknowledged": {
      "zh": "签收线索",
      "en": "Lead acknowledged"
    },
    "LeadScreened": {
      "zh": "研判线索",
      "en": "Lead screened"
    },
    "LeadFedBack": {
      "zh": "反馈线索",
      "en": "Lead fed back"
    },
    "FirstContactClaimed": {
      "zh": "申报首报首谈",
      "en": "First contact claimed"
    },
    "ClaimDecided": {
      "zh": "认定首报首谈",
      "en": "Claim decided"
    },
    "DuplicateFlagged": {
      "zh": "标记疑似重复",
      "en": "Duplicate flagged"
    },
    "DuplicateResolved": {
      "zh": "判定疑似重复",
      "en": "Duplicate resolved"
    },
    "LeadDropped": {
      "zh": "放弃",
      "en": "Dropped"
    },
    "NegotiationOpened": {
      "zh": "转入洽谈",
      "en": "Negotiation opened"
    },
    "ProgressReported": {
      "zh": "填报进展",
      "en": "Progress reported"
    },
    "PreReviewSubmitted": {
      "zh": "提交预审",
      "en": "Pre-review submitted"
    },
    "OpinionGiven": {
      "zh": "部门意见",
      "en": "Opinion given"
    },
    "PreReviewDecided": {
      "zh": "预审结论",
      "en": "Pre-review decided"
    },
    "JointReviewHeld": {
      "zh": "联席会审",
      "en": "Joint review held"
    },
    "NegotiationExtended": {
      "zh": "延长洽谈",
      "en": "Negotiation extended"
    },
    "SigningPlanned": {
      "zh": "拟签约",
      "en": "Signing planned"
    },
    "FrameworkAgreed": {
      "zh": "签订框架（意向）协议",
      "en": "Framework agreed"
    },
    "ContractSigned": {
      "zh": "签订正式合同",
      "en": "Contract signed"
    },
    "ContractFiled": {
      "zh": "合同备案",
      "en": "Contract filed"
    },
    "ContractAmended": {
      "zh": "变更合同",
      "en": "Contract amended"
    },
    "CeremonyRecorded": {
      "zh": "签约仪式",
      "en": "Ceremony"
    },
    "MilestoneCompleted": {
      "zh": "完成落地节点",
      "en": "Milestone completed"
    },
    "StartPlanned": {
      "zh": "计划开工",
      "en": "Start planned"
    },
    "StartReported": {
      "zh": "申报开工",
      "en": "Start reported"
    },
    "StartCertified": {
      "zh": "认定开工",
      "en": "Start certified"
    },
    "StartRejected": {
      "zh": "不予认定开工",
      "en": "Start rejected"
    },
    "StatisticsEntered": {
      "zh": "入库纳统",
      "en": "Entered in the statistics"
    },
    "ArrivalReported": {
      "zh": "申报到位资金",
      "en": "Arrival reported"
    },
    "ArrivalCertified": {
      "zh": "认定到位资金",
      "en": "Arrival certified"
    },
    "ArrivalReversed": {
      "zh": "冲销到位资金",
      "en": "Arrival reversed"
    },
    "ProductionStarted": {
      "zh": "投产",
      "en": "Production started"
    },
    "ProjectCompleted": {
      "zh": "项目完成",
      "en": "Completed"
    },
    "ProjectTerminated": {
      "zh": "终止投资",
      "en": "Terminated"
    },
    "ProjectSuspended": {
      "zh": "暂停",
      "en": "Suspended"
    },
    "ProjectResumed": {
      "zh": "恢复",
      "en": "Resumed"
    },
    "ProjectReactivated": {
      "zh": "重新启动",
      "en": "Reactivated"
    },
    "ProjectSplit": {
      "zh": "拆分项目",
      "en": "Split"
    },
    "ProjectSplitOff": {
      "zh": "由拆分产生",
      "en": "Split off"
    },
    "ProjectsMerged": {
      "zh": "并入了另一项目",
      "en": "Another project merged into this one"
    },
    "ProjectAbsorbed": {
      "zh": "并入其他项目",
      "en": "Absorbed"
    },
    "ProjectRenamed": {
      "zh": "更名",
      "en": "Renamed"
    },
    "ColumnsChanged": {
      "zh": "台账其他列变化",
      "en": "Other columns of the ledger changed"
    },
    "ProjectTagged": {
      "zh": "标签",
      "en": "Tagged"
    },
    "OwnerAssigned": {
      "zh": "指定责任人",
      "en": "Responsibility assigned"
    },
    "TransferRequested": {
      "zh": "申请移交",
      "en": "Transfer requested"
    },
    "TransferAccepted": {
      "zh": "接收移交",
      "en": "Transfer accepted"
    },
    "CreditSet": {
      "zh": "确定业绩份额",
      "en": "Credit set"
    },
    "ExcuseAccepted": {
      "zh": "认可正当理由",
      "en": "Excuse accepted"
    },
    "FactCorrected": {
      "zh": "更正记录",
      "en": "Fact corrected"
    },
    "FactVoided": {
      "zh": "作废记录",
      "en": "Fact voided"
    },
    "TripRegistered": {
      "zh": "外出招商",
      "en": "Trip"
    },
    "FirmVisited": {
      "zh": "走访企业",
      "en": "Visit to a firm"
    },
    "FirmReceived": {
      "zh": "接待客商",
      "en": "Reception"
    },
    "PromotionHeld": {
      "zh": "推介活动",
      "en": "Promotion"
    },
    "OutreachVoided": {
      "zh": "作废",
      "en": "Voided"
    },
    "ApprovalAsked": {
      "zh": "请求批准",
      "en": "Approval asked for"
    },
    "ApprovalGiven": {
      "zh": "批准",
      "en": "Approved"
    },
    "ApprovalRefused": {
      "zh": "不批准",
      "en": "Refused"
    },
    "ApprovalWithdrawn": {
      "zh": "撤回请批",
      "en": "Taken back"
    },
    "ApprovalLapsed": {
      "zh": "请批失效",
      "en": "Approval lapsed"
    },
    "OrderIssued": {
      "zh": "发出督办件",
      "en": "Order issued"
    },
    "OrderAcknowledged": {
      "zh": "签收",
      "en": "Acknowledged"
    },
    "OrderReplied": {
      "zh": "回复",
      "en": "Replied"
    },
    "ExtensionRequested": {
      "zh": "申请延期",
      "en": "Extension asked for"
    },
    "ExtensionDecided": {
      "zh": "审批延期",
      "en": "Extension decided"
    },
    "OrderExcuseAccepted": {
      "zh": "认可正当理由",
      "en": "Excuse accepted"
    },
    "ReplyReviewed": {
      "zh": "审核回复",
      "en": "Reply reviewed"
    },
    "OrderEscalated": {
      "zh": "升级",
      "en": "Escalated"
    },
    "OrderClosed": {
      "zh": "办结",
      "en": "Closed"
    },
    "OrderWithdrawn": {
      "zh": "撤回",
      "en": "Withdrawn"
    },
    "IssueRaised": {
      "zh": "提出问题",
      "en": "Issue raised"
    },
    "IssueAssigned": {
      "zh": "交办问题",
      "en": "Issue assigned"
    },
    "IssueEscalated": {
      "zh": "提级",
      "en": "Escalated"
    },
    "IssueResolved": {
      "zh": "解决",
      "en": "Resolved"
    },
    "ReturnVisitRecorded": {
      "zh": "回访",
      "en": "Return visit"
    },
    "IssueReopened": {
      "zh": "重新办理",
      "en": "Reopened"
    },
    "IssueClosed": {
      "zh": "销号",
      "en": "Closed off"
    },
    "MeetingConvened": {
      "zh": "召集会议",
      "en": "Convened"
    },
    "AgendaSet": {
      "zh": "排定议题",
      "en": "Agenda set"
    },
    "MeetingRescheduled": {
      "zh": "改期",
      "en": "Rescheduled"
    },
    "MeetingCalledOff": {
      "zh": "取消会议",
      "en": "Called off"
    },
    "MeetingHeld": {
      "zh": "召开会议",
      "en": "Held"
    },
    "TaskAssigned": {
      "zh": "交办任务",
      "en": "Task given"
    },
    "TaskCompleted": {
      "zh": "报告完成",
      "en": "Task reported done"
    },
    "TaskConfirmed": {
      "zh": "确认完成",
      "en": "Task confirmed"
    },
    "TaskReturned": {
      "zh": "退回任务",
      "en": "Task returned"
    },
    "TaskCancelled": {
      "zh": "取消任务",
      "en": "Task cancelled"
    },
    "MeetingClosed": {
      "zh": "办结",
      "en": "Closed"
    },
    "SchedulingListIssued": {
      "zh": "印发清单",
      "en": "List issued"
    },
    "SchedulingItemClosedOff": {
      "zh": "销号",
      "en": "Closed off"
    },
    "SchedulingItemNoted": {
      "zh": "更新下一步",
      "en": "Next step noted"
    },
    "SchedulingListClosed": {
      "zh": "办结",
      "en": "Closed"
    },
    "ChecklistItemAdded": {
      "zh": "列入事项",
      "en": "Item added"
    },
    "ChecklistItemReported": {
      "zh": "报告完成",
      "en": "Reported done"
    },
    "ChecklistItemVerified": {
      "zh": "核实",
      "en": "Verified"
    },
    "ChecklistItemRemoved": {
      "zh": "移除事项",
      "en": "Item removed"
    },
    "UnitAdded": {
      "zh": "新设单位",
      "en": "Unit added"
    },
    "UnitRenamed": {
      "zh": "单位更名",
      "en": "Unit renamed"
    },
    "UnitMoved": {
      "zh": "调整上级单位",
      "en": "Unit moved"
    },
    "UnitReclassified": {
      "zh": "调整单位类别",
      "en": "Unit reclassified"
    },
    "UnitClosed": {
      "zh": "撤销单位",
      "en": "Unit closed"
    },
    "UnitReopened": {
      "zh": "恢复误撤单位",
      "en": "Closing of a unit taken back"
    },
    "PersonAppointed": {
      "zh": "任职",
      "en": "Appointed"
    },
    "PersonReleased": {
      "zh": "免职",
      "en": "Released"
    },
    "LeaveRecorded": {
      "zh": "请假",
      "en": "Leave recorded"
    }
  },
  "commands": {
    "RegisterLead": {
      "zh": "登记线索",
      "en": "Register a lead"
    },
    "RecordProject": {
      "zh": "补录项目",
      "en": "Record a project that already lives"
    },
    "AcknowledgeLead": {
      "zh": "签收线索",
      "en": "Acknowledge the lead"
    },
    "ScreenLead": {
      "zh": "研判线索",
      "en": "Screen the lead"
    },
    "FeedBackLead": {
      "zh": "反馈线索",
      "en": "Give feedback on the lead"
    },
    "ClaimFirstContact": {
      "zh": "申报首报首谈",
      "en": "Claim the first contact"
    },
    "DecideClaim": {
      "zh": "认定首报首谈",
      "en": "Decide the claim"
    },
    "FlagDuplicate": {
      "zh": "标记疑似重复",
      "en": "Flag a duplicate"
    },
    "ResolveDuplicate": {
      "zh": "判定重复",
      "en": "Resolve a duplicate"
    },
    "DropLead": {
      "zh": "放弃",
      "en": "Drop the lead"
    },
    "OpenNegotiation": {
      "zh": "转入洽谈",
      "en": "Open the negotiation"
    },
    "ReportProgress": {
      "zh": "填报进展",
      "en": "Report progress"
    },
    "SubmitPreReview": {
      "zh": "提交预审",
      "en": "Submit to pre-review"
    },
    "GiveOpinion": {
      "zh": "部门意见",
      "en": "Give an opinion"
    },
    "DecidePreReview": {
      "zh": "预审结论",
      "en": "Decide the pre-review"
    },
    "HoldJointReview": {
      "zh": "联席会审",
      "en": "Hold the joint review"
    },
    "ExtendNegotiation": {
      "zh": "延长洽谈",
      "en": "Extend the negotiation"
    },
    "PlanSigning": {
      "zh": "拟签约月份",
      "en": "Plan the signing"
    },
    "AgreeFramework": {
      "zh": "签订框架（意向）协议",
      "en": "Agree a framework"
    },
    "SignContract": {
      "zh": "签订正式合同",
      "en": "Sign the contract"
    },
    "FileContract": {
      "zh": "合同备案",
      "en": "File the contract"
    },
    "AmendContract": {
      "zh": "变更合同",
      "en": "Amend the contract"
    },
    "RecordCeremony": {
      "zh": "记录签约仪式",
      "en": "Record a ceremony"
    },
    "CompleteMilestone": {
      "zh": "完成落地节点",
      "en": "Complete a milestone"
    },
    "PlanStart": {
      "zh": "计划开工",
      "en": "Plan the start"
    },
    "ReportStart": {
      "zh": "申报开工",
      "en": "Report the start"
    },
    "CertifyStart": {
      "zh": "认定开工",
      "en": "Certify the start"
    },
    "RejectStart": {
      "zh": "退回开工申报",
      "en": "Reject the start"
    },
    "EnterStatistics": {
      "zh": "入库纳统",
      "en": "Enter in the statistics"
    },
    "ReportArrival": {
      "zh": "申报到位资金",
      "en": "Report an arrival of funds"
    },
    "CertifyArrival": {
      "zh": "认定到位资金",
      "en": "Certify an arrival"
    },
    "ReverseArrival": {
      "zh": "冲销到位资金",
      "en": "Reverse an arrival"
    },
    "StartProduction": {
      "zh": "投产",
      "en": "Start production"
    },
    "CompleteProject": {
      "zh": "项目完成",
      "en": "Complete the project"
    },
    "TerminateProject": {
      "zh": "终止投资",
      "en": "Terminate the project"
    },
    "SuspendProject": {
      "zh": "暂停",
      "en": "Put on hold"
    },
    "ResumeProject": {
      "zh": "恢复",
      "en": "Resume"
    },
    "ReactivateProject": {
      "zh": "重新启动",
      "en": "Reactivate"
    },
    "AcceptExcuse": {
      "zh": "认可正当理由",
      "en": "Accept an excuse"
    },
    "SplitProject": {
      "zh": "拆分项目",
      "en": "Split the project"
    },
    "RecordSplitOff": {
      "zh": "记录拆分出的项目",
      "en": "Record a split-off"
    },
    "MergeProjects": {
      "zh": "将另一项目并入本项目",
      "en": "Merge another project into this one"
    },
    "RecordAbsorption": {
      "zh": "记录被并入",
      "en": "Record the absorption"
    },
    "RecordColumns": {
      "zh": "记录台账其他列的变化",
      "en": "Record other columns of the ledger"
    },
    "RenameProject": {
      "zh": "更名",
      "en": "Rename"
    },
    "TagProject": {
      "zh": "标签",
      "en": "Tag"
    },
    "AssignOwner": {
      "zh": "指定责任人",
      "en": "Assign the responsible people"
    },
    "RequestTransfer": {
      "zh": "申请移交",
      "en": "Request a transfer"
    },
    "AcceptTransfer": {
      "zh": "接收移交",
      "en": "Accept a transfer"
    },
    "SetCredit": {
      "zh": "确定业绩份额",
      "en": "Set credit shares"
    },
    "CorrectFact": {
      "zh": "更正记录",
      "en": "Correct a fact"
    },
    "VoidFact": {
      "zh": "作废记录",
      "en": "Void a fact"
    }
  },
  "fields": {
    "absorbed": {
      "zh": "被并入的项目",
      "en": "Project merged in"
    },
    "add": {
      "zh": "增加",
      "en": "Added"
    },
    "agreedStart": {
      "zh": "约定开工日期",
      "en": "Agreed start"
    },
    "agreedStartFrom": {
      "zh": "原约定开工日期",
      "en": "Agreed start before"
    },
    "agreedStartTo": {
      "zh": "变更后约定开工日期",
      "en": "Agreed start afterwards"
    },
    "amount": {
      "zh": "金额",
      "en": "Amount"
    },
    "arrival": {
      "zh": "到账记录",
      "en": "Arrival"
    },
    "by": {
      "zh": "签收人",
      "en": "Acknowledged by"
    },
    "before": {
      "zh": "原来",
      "en": "Before"
    },
    "chain": {
      "zh": "产业链",
      "en": "Chain"
    },
    "children": {
      "zh": "拆出的项目",
      "en": "Children"
    },
    "class": {
      "zh": "洽谈类别",
      "en": "Class"
    },
    "clock": {
      "zh": "涉及期限",
      "en": "Clock"
    },
    "code": {
      "zh": "项目编号",
      "en": "Code"
    },
    "contracted": {
      "zh": "合同投资额",
      "en": "Contracted investment"
    },
    "contractedFrom": {
      "zh": "变更前合同额",
      "en": "Contracted investment before"
    },
    "contractedTo": {
      "zh": "变更后合同额",
      "en": "Contracted investment afterwards"
    },
    "creditCode": {
      "zh": "统一社会信用代码",
      "en": "Unified social credit code"
    },
    "department": {
      "zh": "部门",
      "en": "Department"
    },
    "departments": {
      "zh": "征求意见部门",
      "en": "Departments asked"
    },
    "due": {
      "zh": "应到日期",
      "en": "Due"
    },
    "exception": {
      "zh": "先开工后签约的批准文件",
      "en": "Paper that allows the start before the contract"
    },
    "expectedEnd": {
      "zh": "预计恢复日期",
      "en": "Expected end"
    },
    "extra": {
      "zh": "台账其他列",
      "en": "Other columns of the ledger"
    },
    "field": {
      "zh": "更正的内容",
      "en": "Field"
    },
    "filingNumber": {
      "zh": "备案号",
      "en": "Filing number"
    },
    "fixedAssets": {
      "zh": "其中固定资产投资",
      "en": "Fixed-asset part"
    },
    "foreign": {
      "zh": "外币",
      "en": "Foreign currency"
    },
    "form": {
      "zh": "报表",
      "en": "Form"
    },
    "from": {
      "zh": "原来",
      "en": "Before"
    },
    "fromUnit": {
      "zh": "移交单位",
      "en": "From"
    },
    "fundingSchedule": {
      "zh": "资金到位计划",
      "en": "Funding schedule"
    },
    "granted": {
      "zh": "认定",
      "en": "Granted"
    },
    "hostRegion": {
      "zh": "落地区域",
      "en": "Host region"
    },
    "id": {
      "zh": "标识",
      "en": "Id"
    },
    "industry": {
      "zh": "行业",
      "en": "Industry"
    },
    "intendedAmount": {
      "zh": "意向投资额",
      "en": "Intended amount"
    },
    "investment": {
      "zh": "投资额",
      "en": "Investment"
    },
    "investor": {
      "zh": "投资方",
      "en": "Investor"
    },
    "kind": {
      "zh": "种类",
      "en": "Kind"
    },
    "landMode": {
      "zh": "供地方式",
      "en": "Land mode"
    },
    "landMu": {
      "zh": "用地（亩）",
      "en": "Land (mu)"
    },
    "leader": {
      "zh": "包保领导",
      "en": "Responsible leader"
    },
    "level": {
      "zh": "重复程度",
      "en": "Level"
    },
    "liaisons": {
      "zh": "联络员",
      "en": "Liaisons"
    },
    "meeting": {
      "zh": "会议",
      "en": "Meeting"
    },
    "milestone": {
      "zh": "节点",
      "en": "Milestone"
    },
    "month": {
      "zh": "拟签约月份",
      "en": "Month"
    },
    "nationalCode": {
      "zh": "国家项目代码",
      "en": "National project code"
    },
    "nextDate": {
      "zh": "下一步时间",
      "en": "Next date"
    },
    "nextStep": {
      "zh": "下一步",
      "en": "Next step"
    },
    "number": {
      "zh": "编号",
      "en": "Number"
    },
    "opinion": {
      "zh": "意见",
      "en": "Opinion"
    },
    "origin": {
      "zh": "资金来源",
      "en": "Origin boundary"
    },
    "originRegion": {
      "zh": "投资方所在地",
      "en": "Origin region"
    },
    "other": {
      "zh": "疑似重复的项目",
      "en": "Other project"
    },
    "outputPerMu": {
      "zh": "亩均产值",
      "en": "Output per mu"
    },
    "owner": {
      "zh": "责任单位",
      "en": "Owner"
    },
    "parent": {
      "zh": "原项目",
      "en": "Parent"
    },
    "parties": {
      "zh": "签约各方",
      "en": "Parties"
    },
    "percent": {
      "zh": "比例（%）",
      "en": "Per cent"
    },
    "plannedOn": {
      "zh": "计划开工日期",
      "en": "Planned start"
    },
    "progressKnownFrom": {
      "zh": "进展自何日起有记录",
      "en": "Progress known from"
    },
    "rate": {
      "zh": "汇率",
      "en": "Rate"
    },
    "rateOn": {
      "zh": "汇率日期",
      "en": "Rate date"
    },
    "reason": {
      "zh": "原因",
      "en": "Reason"
    },
    "reasons": {
      "zh": "理由",
      "en": "Reasons"
    },
    "recoveries": {
      "zh": "追回金额",
      "en": "Recoveries"
    },
    "referrer": {
      "zh": "推荐人",
      "en": "Referrer"
    },
    "remove": {
      "zh": "移除",
      "en": "Removed"
    },
    "rest": {
      "zh": "保留合同额",
      "en": "Stated rest"
    },
    "restart": {
      "zh": "重新起算的期限",
      "en": "Clocks that restart"
    },
    "result": {
      "zh": "结论",
      "en": "Result"
    },
    "ruleVersion": {
      "zh": "查重规则版本",
      "en": "Rule version"
    },
    "same": {
      "zh": "是同一项目",
      "en": "The same project"
    },
    "score": {
      "zh": "相似度",
      "en": "Score"
    },
    "shares": {
      "zh": "业绩份额",
      "en": "Shares"
    },
    "signedOn": {
      "zh": "签约日期",
      "en": "Signed on"
    },
    "sourceChannel": {
      "zh": "信息来源",
      "en": "Source channel"
    },
    "steward": {
      "zh": "项目管家",
      "en": "Project steward"
    },
    "survivor": {
      "zh": "并入的项目",
      "en": "Survivor"
    },
    "tags": {
      "zh": "标签",
      "en": "Tags"
    },
    "target": {
      "zh": "记录",
      "en": "Fact"
    },
    "text": {
      "zh": "内容",
      "en": "Text"
    },
    "threshold": {
      "zh": "入库门槛",
      "en": "Threshold"
    },
    "title": {
      "zh": "项目名称",
      "en": "Title"
    },
    "to": {
      "zh": "改为",
      "en": "Afterwards"
    },
    "toUnit": {
      "zh": "接收单位",
      "en": "To"
    },
    "unit": {
      "zh": "责任单位",
      "en": "Unit"
    },
    "until": {
      "zh": "截至",
      "en": "Until"
    },
    "valuable": {
      "zh": "有价值",
      "en": "Valuable"
    },
    "verifier": {
      "zh": "核验人",
      "en": "Verifier"
    },
    "voucher": {
      "zh": "凭证号",
      "en": "Voucher"
    }
  },
  "fieldsOf": {
    "ProgressReported": {
      "text": {
        "zh": "进展",
        "en": "Progress"
      },
      "occurredOn": {
        "zh": "进展日期",
        "en": "Day of the progress"
      }
    },
    "LeadFedBack": {
      "text": {
        "zh": "反馈内容",
        "en": "Feedback"
      }
    },
    "FirstContactClaimed": {
      "unit": {
        "zh": "申报单位",
        "en": "Claiming unit"
      }
    },
    "ClaimDecided": {
      "until": {
        "zh": "保护期至",
        "en": "Granted until"
      }
    },
    "NegotiationExtended": {
      "until": {
        "zh": "延期至",
        "en": "Extended until"
      }
    },
    "FrameworkAgreed": {
      "kind": {
        "zh": "协议性质",
        "en": "Kind"
      },
      "amount": {
        "zh": "协议金额",
        "en": "Amount"
      }
    },
    "ContractSigned": {
      "number": {
        "zh": "合同编号",
        "en": "Number"
      },
      "occurredOn": {
        "zh": "签约日期",
        "en": "Signed on"
      }
    },
    "ContractAmended": {
      "kind": {
        "zh": "变更种类",
        "en": "Kind"
      },
      "text": {
        "zh": "变更内容",
        "en": "What changes"
      },
      "occurredOn": {
        "zh": "变更日期",
        "en": "Amended on"
      }
    },
    "ArrivalReported": {
      "amount": {
        "zh": "到账金额",
        "en": "Amount"
      },
      "kind": {
        "zh": "款项种类",
        "en": "Kind"
      },
      "occurredOn": {
        "zh": "到账日期",
        "en": "Arrived on"
      }
    },
    "ProjectTerminated": {
      "kind": {
        "zh": "终止种类",
        "en": "Kind"
      },
      "reason": {
        "zh": "终止原因",
        "en": "Reason"
      },
      "occurredOn": {
        "zh": "终止日期",
        "en": "Terminated on"
      }
    },
    "ProjectReactivated": {
      "from": {
        "zh": "重新启动前的阶段",
        "en": "Phase before"
      }
    },
    "ProjectRenamed": {
      "from": {
        "zh": "原名称",
        "en": "Title before"
      },
      "to": {
        "zh": "新名称",
        "en": "New title"
      }
    },
    "ExcuseAccepted": {
      "until": {
        "zh": "计时暂停至",
        "en": "Paused until"
      },
      "reason": {
        "zh": "正当理由",
        "en": "Excuse"
      }
    },
    "LeadRegistered": {
      "occurredOn": {
        "zh": "登记日期",
        "en": "Registered on"
      }
    },
    "NegotiationOpened": {
      "occurredOn": {
        "zh": "转入洽谈日期",
        "en": "Opened on"
      }
    },
    "MilestoneCompleted": {
      "occurredOn": {
        "zh": "完成日期",
        "en": "Completed on"
      }
    },
    "StartReported": {
      "occurredOn": {
        "zh": "开工日期",
        "en": "Started on"
      }
    },
    "StartCertified": {
      "occurredOn": {
        "zh": "开工日期",
        "en": "Started on"
      }
    },
    "StartRejected": {
      "occurredOn": {
        "zh": "退回日期",
        "en": "Rejected on"
      }
    },
    "StatisticsEntered": {
      "occurredOn": {
        "zh": "入库日期",
        "en": "Entered on"
      }
    },
    "ArrivalCertified": {
      "occurredOn": {
        "zh": "认定日期",
        "en": "Certified on"
      }
    },
    "ArrivalReversed": {
      "occurredOn": {
        "zh": "冲销日期",
        "en": "Reversed on"
      }
    },
    "ProjectSuspended": {
      "occurredOn": {
        "zh": "暂停日期",
        "en": "Suspended on"
      }
    },
    "ProjectResumed": {
      "occurredOn": {
        "zh": "恢复日期",
        "en": "Resumed on"
      }
    },
    "ProductionStarted": {
      "occurredOn": {
        "zh": "投产日期",
        "en": "In production since"
      }
    }
  },
  "values": {
    "NegotiationOpened": {
      "class": {
        "standard": {
          "zh": "一般",
          "en": "Standard"
        },
        "large": {
          "zh": "重大",
          "en": "Large"
        }
      }
    },
    "OpinionGiven": {
      "opinion": {
        "agree": {
          "zh": "同意",
          "en": "Agree"
        },
        "conditional": {
          "zh": "附条件同意",
          "en": "Agree on conditions"
        },
        "disagree": {
          "zh": "不同意",
          "en": "Disagree"
        }
      }
    },
    "PreReviewDecided": {
      "result": {
        "passed": {
          "zh": "通过",
          "en": "Passed"
        },
        "returned": {
          "zh": "退回",
          "en": "Returned"
        },
        "failed": {
          "zh": "不通过",
          "en": "Failed"
        }
      }
    },
    "FrameworkAgreed": {
      "kind": {
        "framework": {
          "zh": "框架协议",
          "en": "Framework agreement"
        },
        "intent": {
          "zh": "意向协议",
          "en": "Letter of intent"
        }
      }
    },
    "ContractSigned": {
      "landMode": {
        "purchase": {
          "zh": "征地",
          "en": "Purchase"
        },
        "lease": {
          "zh": "租赁",
          "en": "Lease"
        }
      }
    },
    "ContractAmended": {
      "kind": {
        "increase": {
          "zh": "增资",
          "en": "Capital increase"
        },
        "upgrade": {
          "zh": "升格",
          "en": "Upgrade"
        },
        "scope": {
          "zh": "建设内容变更",
          "en": "Change of scope"
        },
        "party": {
          "zh": "签约主体变更",
          "en": "Change of party"
        },
        "schedule": {
          "zh": "进度变更",
          "en": "Change of schedule"
        }
      }
    },
    "ArrivalReported": {
      "kind": {
        "registered-capital": {
          "zh": "注册资本",
          "en": "Registered capital"
        },
        "land": {
          "zh": "土地款",
          "en": "Land"
        },
        "building": {
          "zh": "厂房",
          "en": "Building"
        },
        "equipment": {
          "zh": "设备",
          "en": "Equipment"
        },
        "working-capital": {
          "zh": "流动资金",
          "en": "Working capital"
        },
        "loan": {
          "zh": "借款",
          "en": "Loan"
        },
        "deposit": {
          "zh": "保证金",
          "en": "Deposit"
        },
        "other": {
          "zh": "其他",
          "en": "Other"
        }
      },
      "origin": {
        "overseas": {
          "zh": "境外",
          "en": "Overseas"
        },
        "out-of-province": {
          "zh": "省外",
          "en": "Out of province"
        },
        "out-of-city": {
          "zh": "市外",
          "en": "Out of city"
        },
        "out-of-district": {
          "zh": "区外",
          "en": "Out of district"
        },
        "local": {
          "zh": "区内",
          "en": "Local"
        }
      }
    },
    "ProjectTerminated": {
      "kind": {
        "by-investor": {
          "zh": "投资方原因",
          "en": "By the investor"
        },
        "by-bureau": {
          "zh": "招商方原因",
          "en": "By the bureau"
        },
        "revoked": {
          "zh": "撤销",
          "en": "Revoked"
        }
      }
    },
    "ProjectReactivated": {
      "from": {
        "lead": {
          "zh": "线索",
          "en": "Lead"
        },
        "negotiation": {
          "zh": "在谈",
          "en": "Negotiation"
        },
        "signing": {
          "zh": "签约",
          "en": "Signing"
        },
        "start": {
          "zh": "开工",
          "en": "Start"
        },
        "funding": {
          "zh": "到位资金",
          "en": "Funding"
        },
        "production": {
          "zh": "投产",
          "en": "Production"
        },
        "dropped": {
          "zh": "放弃",
          "en": "Dropped"
        },
        "terminated": {
          "zh": "终止投资",
          "en": "Terminated"
        },
        "completed": {
          "zh": "完成",
          "en": "Completed"
        },
        "merged": {
          "zh": "已并入",
          "en": "Merged"
        }
      },
      "restart": {
        "lead-response": {
          "zh": "线索办理",
          "en": "Lead response"
        },
        "negotiation-standard": {
          "zh": "一般项目洽谈",
          "en": "Negotiation, standard"
        },
        "negotiation-large": {
          "zh": "重大项目洽谈",
          "en": "Negotiation, large"
        },
        "no-progress": {
          "zh": "无进展",
          "en": "No progress"
        },
        "agreed-start": {
          "zh": "约定开工",
          "en": "Agreed start"
        },
        "start-floor": {
          "zh": "开工底线",
          "en": "Start floor"
        },
        "signed-one-year": {
          "zh": "签约满一年",
          "en": "Signed one year"
        },
        "idle-land": {
          "zh": "闲置土地",
          "en": "Idle land"
        },
        "statistical-entry": {
          "zh": "入库纳统",
          "en": "Statistical entry"
        },
        "first-funds": {
          "zh": "首笔资金",
          "en": "First funds"
        },
        "funds-15-percent": {
          "zh": "资金到位 15%",
          "en": "Funds 15 %"
        },
        "issue": {
          "zh": "问题办理",
          "en": "Issue"
        },
        "order-reply": {
          "zh": "督办回复",
          "en": "Order reply"
        }
      }
    },
    "ProjectSplitOff": {
      "landMode": {
        "purchase": {
          "zh": "征地",
          "en": "Purchase"
        },
        "lease": {
          "zh": "租赁",
          "en": "Lease"
        }
      }
    },
    "ExcuseAccepted": {
      "clock": {
        "lead-response": {
          "zh": "线索办理",
          "en": "Lead response"
        },
        "negotiation-standard": {
          "zh": "一般项目洽谈",
          "en": "Negotiation, standard"
        },
        "negotiation-large": {
          "zh": "重大项目洽谈",
          "en": "Negotiation, large"
        },
        "no-progress": {
          "zh": "无进展",
          "en": "No progress"
        },
        "agreed-start": {
          "zh": "约定开工",
          "en": "Agreed start"
        },
        "start-floor": {
          "zh": "开工底线",
          "en": "Start floor"
        },
        "signed-one-year": {
          "zh": "签约满一年",
          "en": "Signed one year"
        },
        "idle-land": {
          "zh": "闲置土地",
          "en": "Idle land"
        },
        "statistical-entry": {
          "zh": "入库纳统",
          "en": "Statistical entry"
        },
        "first-funds": {
          "zh": "首笔资金",
          "en": "First funds"
        },
        "funds-15-percent": {
          "zh": "资金到位 15%",
          "en": "Funds 15 %"
        },
        "issue": {
          "zh": "问题办理",
          "en": "Issue"
        },
        "order-reply": {
          "zh": "督办回复",
          "en": "Order reply"
        }
      }
    }
  },
  "negotiationClasses": {
    "standard": {
      "zh": "一般",
      "en": "Standard"
    },
    "large": {
      "zh": "重大",
      "en": "Large"
    }
  },
  "landModes": {
    "purchase": {
      "zh": "征地",
      "en": "Purchase"
    },
    "lease": {
      "zh": "租赁",
      "en": "Lease"
    }
  },
  "opinions": {
    "agree": {
      "zh": "同意",
      "en": "Agree"
    },
    "conditional": {
      "zh": "附条件同意",
      "en": "Agree on conditions"
    },
    "disagree": {
      "zh": "不同意",
      "en": "Disagree"
    }
  },
  "preReviewResults": {
    "passed": {
      "zh": "通过",
      "en": "Passed"
    },
    "returned": {
      "zh": "退回",
      "en": "Returned"
    },
    "failed": {
      "zh": "不通过",
      "en": "Failed"
    }
  },
  "frameworks": {
    "framework": {
      "zh": "框架协议",
      "en": "Framework agreement"
    },
    "intent": {
      "zh": "意向协议",
      "en": "Letter of intent"
    }
  },
  "amendments": {
    "increase": {
      "zh": "增资",
      "en": "Capital increase"
    },
    "upgrade": {
      "zh": "升格",
      "en": "Upgrade"
    },
    "scope": {
      "zh": "建设内容变更",
      "en": "Change of scope"
    },
    "party": {
      "zh": "签约主体变更",
      "en": "Change of party"
    },
    "schedule": {
      "zh": "进度变更",
      "en": "Change of schedule"
    }
  },
  "arrivalKinds": {
    "registered-capital": {
      "zh": "注册资本",
      "en": "Registered capital"
    },
    "land": {
      "zh": "土地款",
      "en": "Land"
    },
    "building": {
      "zh": "厂房",
      "en": "Building"
    },
    "equipment": {
      "zh": "设备",
      "en": "Equipment"
    },
    "working-capital": {
      "zh": "流动资金",
      "en": "Working capital"
    },
    "loan": {
      "zh": "借款",
      "en": "Loan"
    },
    "deposit": {
      "zh": "保证金",
      "en": "Deposit"
    },
    "other": {
      "zh": "其他",
      "en": "Other"
    }
  },
  "origins": {
    "overseas": {
      "zh": "境外",
      "en": "Overseas"
    },
    "out-of-province": {
      "zh": "省外",
      "en": "Out of province"
    },
    "out-of-city": {
      "zh": "市外",
      "en": "Out of city"
    },
    "out-of-district": {
      "zh": "区外",
      "en": "Out of district"
    },
    "local": {
      "zh": "区内",
      "en": "Local"
    }
  },
  "terminations": {
    "by-investor": {
      "zh": "投资方原因",
      "en": "By the investor"
    },
    "by-bureau": {
      "zh": "招商方原因",
      "en": "By the bureau"
    },
    "revoked": {
      "zh": "撤销",
      "en": "Revoked"
    }
  },
  "factors": {
    "land": {
      "zh": "用地",
      "en": "Land"
    },
    "energy": {
      "zh": "用能",
      "en": "Energy"
    },
    "finance": {
      "zh": "资金",
      "en": "Finance"
    },
    "approval": {
      "zh": "审批",
      "en": "Approvals"
    },
    "labour": {
      "zh": "用工",
      "en": "Labour"
    },
    "forest": {
      "zh": "林地",
      "en": "Forest land"
    },
    "capacity": {
      "zh": "产能",
      "en": "Capacity"
    },
    "market": {
      "zh": "市场",
      "en": "Market"
    },
    "planning": {
      "zh": "规划",
      "en": "Planning"
    },
    "other": {
      "zh": "其他",
      "en": "Other"
    }
  },
  "levels": {
    "unit": {
      "zh": "单位",
      "en": "Unit"
    },
    "district": {
      "zh": "县区",
      "en": "District"
    },
    "city": {
      "zh": "市级",
      "en": "City"
    }
  },
  "meetingKinds": {
    "scheduling": {
      "zh": "调度会",
      "en": "Scheduling"
    },
    "escalated-scheduling": {
      "zh": "提级调度会",
      "en": "Escalated scheduling"
    },
    "review": {
      "zh": "复盘会",
      "en": "Review"
    }
  },
  "outreachKinds": {
    "trip": {
      "zh": "外出招商",
      "en": "Trip"
    },
    "visit": {
      "zh": "走访企业",
      "en": "Visit"
    },
    "reception": {
      "zh": "接待客商",
      "en": "Reception"
    },
    "promotion": {
      "zh": "推介活动",
      "en": "Promotion"
    }
  },
  "unitRoles": {
    "head": {
      "zh": "负责人",
      "en": "Head"
    },
    "deputy": {
      "zh": "副职",
      "en": "Deputy"
    },
    "leader": {
      "zh": "包保领导",
      "en": "Responsible leader"
    },
    "steward": {
      "zh": "项目管家",
      "en": "Project steward"
    },
    "liaison": {
      "zh": "联络员",
      "en": "Liaison"
    },
    "supervision": {
      "zh": "督查人员",
      "en": "Supervision officer"
    }
  },
  "toldAs": {
    "steward": {
      "zh": "项目管家",
      "en": "steward"
    },
    "liaisons": {
      "zh": "联络员",
      "en": "liaisons"
    },
    "owner-unit": {
      "zh": "责任单位",
      "en": "owner unit"
    },
    "owner-head": {
      "zh": "责任单位负责人",
      "en": "head of the owner unit"
    },
    "responsible-leader": {
      "zh": "包保领导",
      "en": "responsible leader"
    },
    "all-units": {
      "zh": "各单位",
      "en": "all units"
    },
    "supervision-office": {
      "zh": "督查室",
      "en": "supervision office"
    },
    "liaison": {
      "zh": "联络员",
      "en": "liaison"
    },
    "receiver": {
      "zh": "承办人",
      "en": "receiver"
    },
    "deputy": {
      "zh": "代理人",
      "en": "deputy"
    }
  },
  "outcomes": {
    "expected": {
      "zh": "待发",
      "en": "To be sent"
    },
    "sent": {
      "zh": "已发",
      "en": "Sent"
    },
    "merged": {
      "zh": "已合并",
      "en": "Merged"
    },
    "suppressed": {
      "zh": "免发",
      "en": "Suppressed"
    },
    "failed": {
      "zh": "无人可告",
      "en": "Nobody to tell"
    },
    "acknowledged": {
      "zh": "已签收",
      "en": "Acknowledged"
    },
    "withdrawn": {
      "zh": "已撤回",
      "en": "Withdrawn"
    }
  },
  "deliveries": {
    "waiting": {
      "zh": "待发",
      "en": "Waiting"
    },
    "taken": {
      "zh": "发送中",
      "en": "Being sent"
    },
    "accepted": {
      "zh": "渠道已接收",
      "en": "Accepted by the provider"
    },
    "refused": {
      "zh": "渠道拒收，将重发",
      "en": "Refused, to be tried again"
    },
    "given-up": {
      "zh": "未能送达",
      "en": "Given up"
    }
  },
  "noticeEvents": {
    "NoticeIssued": {
      "zh": "发出提醒",
      "en": "Notice issued"
    },
    "NoticeMerged": {
      "zh": "并入另一提醒",
      "en": "Merged into another notice"
    },
    "NoticeWithdrawn": {
      "zh": "撤回",
      "en": "Withdrawn"
    },
    "NoticeAcknowledged": {
      "zh": "签收",
      "en": "Acknowledged"
    },
    "NoticeFellBack": {
      "zh": "改告他人",
      "en": "Told somebody else instead"
    },
    "NoticeSuppressed": {
      "zh": "免发",
      "en": "Suppressed"
    }
  },
  "taskStates": {
    "open": {
      "zh": "办理中",
      "en": "Open"
    },
    "completed": {
      "zh": "待确认",
      "en": "To be confirmed"
    },
    "confirmed": {
      "zh": "已完成",
      "en": "Done"
    },
    "cancelled": {
      "zh": "已取消",
      "en": "Cancelled"
    }
  },
  "checklistStates": {
    "done": {
      "zh": "已完成",
      "en": "Done"
    },
    "open": {
      "zh": "待办",
      "en": "Open"
    },
    "late": {
      "zh": "逾期",
      "en": "Late"
    },
    "not-due": {
      "zh": "未到期",
      "en": "Not due yet"
    },
    "reported": {
      "zh": "待核实",
      "en": "To be verified"
    }
  },
  "processes": {
    "reminder-process": {
      "zh": "提醒程序",
      "en": "Reminder process"
    },
    "luodi-cli": {
      "zh": "系统导入（经办人）",
      "en": "Import by the operator"
    },
    "system": {
      "zh": "系统",
      "en": "System"
    }
  },
  "metrics": {
    "signed": {
      "zh": "签约项目数",
      "en": "Projects signed"
    },
    "signed-amount": {
      "zh": "签约额",
      "en": "Amount signed"
    },
    "started": {
      "zh": "开工项目数",
      "en": "Projects started"
    },
    "started-amount": {
      "zh": "开工项目投资额",
      "en": "Investment of projects started"
    },
    "start-rate": {
      "zh": "新签约项目开工率",
      "en": "Start rate of new signings"
    },
    "three-year-start-rate": {
      "zh": "三年开工率",
      "en": "Three-year start rate"
    },
    "funds-in-place-rate": {
      "zh": "资金到位率",
      "en": "Funds-in-place rate"
    },
    "domestic-arrived": {
      "zh": "到位内资",
      "en": "Domestic funds arrived"
    },
    "foreign-arrived": {
      "zh": "到位外资",
      "en": "Foreign funds arrived"
    },
    "new-project-arrived": {
      "zh": "当年新签约项目到位资金",
      "en": "Funds arrived on this year’s signings"
    },
    "carried-over-arrived": {
      "zh": "续建项目到位资金",
      "en": "Funds arrived on earlier signings"
    },
    "all-arrived": {
      "zh": "到位资金",
      "en": "Funds arrived"
    },
    "backlog": {
      "zh": "签约未开工项目数",
      "en": "Signed, not started"
    },
    "backlog-cleared": {
      "zh": "签约未开工销号率",
      "en": "Backlog cleared"
    },
    "leads": {
      "zh": "线索数",
      "en": "Leads reported"
    },
    "valuable-information-rate": {
      "zh": "有效信息率",
      "en": "Valuable-information rate"
    },
    "pre-review-pass-rate": {
      "zh": "预审通过率",
      "en": "Pre-review pass rate"
    },
    "entered": {
      "zh": "入库项目数",
      "en": "Projects in the statistics"
    },
    "outreach-days": {
      "zh": "外出招商天数",
      "en": "Days of outreach"
    },
    "firms-visited": {
      "zh": "走访企业数",
      "en": "Firms visited"
    }
  },
  "countables": {
    "lead": {
      "zh": "线索",
      "en": "Leads"
    },
    "pre-review": {
      "zh": "预审",
      "en": "Pre-reviews"
    },
    "signing": {
      "zh": "签约",
      "en": "Signings"
    },
    "start": {
      "zh": "认定开工",
      "en": "Certified starts"
    },
    "entry": {
      "zh": "入库纳统",
      "en": "Statistical entries"
    },
    "arrival": {
      "zh": "到位资金",
      "en": "Arrived funds"
    },
    "backlog": {
      "zh": "签约未开工",
      "en": "Signed, not started"
    },
    "outreach": {
      "zh": "招商活动",
      "en": "Outreach"
    }
  },
  "windows": {
    "period": {
      "zh": "期间内",
      "en": "in the period"
    },
    "cohort": {
      "zh": "口径所定期间（期间或当年）",
      "en": "in the period or its year, as the definition says"
    },
    "three-years": {
      "zh": "近三年（含当年）",
      "en": "in this year and the two before"
    },
    "until-end": {
      "zh": "截至期末累计",
      "en": "up to the end of the period"
    },
    "at-end": {
      "zh": "期末",
      "en": "at the end of the period"
    },
    "at-beginning": {
      "zh": "期初",
      "en": "at the beginning of the period"
    }
  },
  "conditions": {
    "started": {
      "zh": "已认定开工",
      "en": "whose start is certified"
    },
    "valuable": {
      "zh": "研判为有价值",
      "en": "screened as valuable"
    },
    "passed": {
      "zh": "预审通过",
      "en": "that passed"
    },
    "domestic": {
      "zh": "内资",
      "en": "from within the country"
    },
    "foreign": {
      "zh": "外资",
      "en": "from abroad"
    },
    "signed-in-window": {
      "zh": "口径所定期间签约的项目",
      "en": "on projects signed in the period that the definition names"
    },
    "signed-this-year": {
      "zh": "当年签约的项目",
      "en": "on projects signed this year"
    },
    "signed-earlier": {
      "zh": "往年签约的项目",
      "en": "on projects signed in earlier years"
    },
    "trip": {
      "zh": "外出的每一天",
      "en": "each day of a trip"
    },
    "firm": {
      "zh": "走访企业",
      "en": "to a firm"
    },
    "received": {
      "zh": "接待企业",
      "en": "of a firm received"
    }
  },
  "filters": {
    "unit": {
      "zh": "责任单位",
      "en": "Unit"
    },
    "region": {
      "zh": "落地区域",
      "en": "Region"
    },
    "chain": {
      "zh": "产业链",
      "en": "Chain"
    },
    "industry": {
      "zh": "行业",
      "en": "Industry"
    },
    "tags": {
      "zh": "标签",
      "en": "Tags"
    },
    "landMode": {
      "zh": "供地方式",
      "en": "Land mode"
    },
    "origin": {
      "zh": "投资方所在地",
      "en": "Origin region"
    },
    "responsible": {
      "zh": "包保领导",
      "en": "Responsible leader"
    },
    "steward": {
      "zh": "项目管家",
      "en": "Project steward"
    },
    "contracted": {
      "zh": "合同额",
      "en": "Contracted"
    },
    "fixedAssets": {
      "zh": "固定资产投资",
      "en": "Fixed assets"
    }
  },
  "startReasons": {
    "reported": {
      "zh": "已上报开工，待认定",
      "en": "The start is reported and waits for its certification"
    },
    "planned": {
      "zh": "有计划开工日期",
      "en": "A start is planned"
    },
    "agreed": {
      "zh": "合同约定的开工日期未到",
      "en": "The contract names a day that lies ahead"
    },
    "usual-time": {
      "zh": "按签约到开工的通常用时推算",
      "en": "By the usual time from signing to start"
    },
    "on-hold": {
      "zh": "暂停中，不作预期",
      "en": "On hold: none is expected"
    },
    "overdue": {
      "zh": "各项日期均已过，不作预期",
      "en": "Every day named has passed: none is expected"
    }
  },
  "funnelStages": {
    "lead": {
      "zh": "登记",
      "en": "Registered"
    },
    "negotiation": {
      "zh": "洽谈",
      "en": "In negotiation"
    },
    "signing": {
      "zh": "签约",
      "en": "Signed"
    },
    "start": {
      "zh": "开工",
      "en": "Started"
    },
    "entry": {
      "zh": "入库",
      "en": "In the statistics"
    },
    "funding": {
      "zh": "资金到位",
      "en": "Funds arrived"
    }
  },
  "matters": {
    "order": {
      "zh": "督办件",
      "en": "Supervision order"
    },
    "issue": {
      "zh": "问题",
      "en": "Issue"
    },
    "meeting": {
      "zh": "调度会",
      "en": "Scheduling meeting"
    },
    "scheduling-list": {
      "zh": "项目调度清单",
      "en": "Scheduling list"
    },
    "checklist": {
      "zh": "督办清单",
      "en": "Checklist"
    },
    "approval": {
      "zh": "请批件",
      "en": "Approval"
    },
    "outreach-record": {
      "zh": "招商活动",
      "en": "Outreach"
    }
  },
  "matterStates": {
    "order": {
      "issued": {
        "zh": "待签收",
        "en": "Issued"
      },
      "received": {
        "zh": "待回复",
        "en": "Received"
      },
      "replied": {
        "zh": "待审核",
        "en": "Replied"
      },
      "reviewed": {
        "zh": "待办结",
        "en": "Reviewed"
      },
      "closed": {
        "zh": "已办结",
        "en": "Closed"
      },
      "withdrawn": {
        "zh": "已撤回",
        "en": "Withdrawn"
      }
    },
    "issue": {
      "raised": {
        "zh": "待交办",
        "en": "Raised"
      },
      "assigned": {
        "zh": "办理中",
        "en": "Assigned"
      },
      "resolved": {
        "zh": "待回访",
        "en": "Resolved"
      },
      "visited": {
        "zh": "已回访",
        "en": "Visited"
      },
      "closed": {
        "zh": "已销号",
        "en": "Closed"
      }
    },
    "meeting": {
      "convened": {
        "zh": "待召开",
        "en": "Convened"
      },
      "held": {
        "zh": "已召开",
        "en": "Held"
      },
      "closed": {
        "zh": "已办结",
        "en": "Closed"
      },
      "called-off": {
        "zh": "已取消",
        "en": "Called off"
      }
    },
    "scheduling-list": {
      "issued": {
        "zh": "销号中",
        "en": "Issued"
      },
      "closed": {
        "zh": "已办结",
        "en": "Closed"
      }
    },
    "checklist": {
      "open": {
        "zh": "有未完成事项",
        "en": "Open"
      },
      "settled": {
        "zh": "全部核实",
        "en": "Settled"
      }
    },
    "approval": {
      "asked": {
        "zh": "待批准",
        "en": "Asked"
      },
      "approved": {
        "zh": "已批准",
        "en": "Approved"
      },
      "refused": {
        "zh": "不批准",
        "en": "Refused"
      },
      "withdrawn": {
        "zh": "已撤回",
        "en": "Withdrawn"
      },
      "lapsed": {
        "zh": "已失效",
        "en": "Lapsed"
      }
    },
    "outreach-record": {
      "recorded": {
        "zh": "已登记",
        "en": "Recorded"
      },
      "voided": {
        "zh": "已作废",
        "en": "Voided"
      }
    }
  },
  "matterCommands": {
    "order": {
      "IssueOrder": {
        "zh": "发出督办件",
        "en": "Issue an order"
      },
      "AcknowledgeOrder": {
        "zh": "签收",
        "en": "Acknowledge"
      },
      "ReplyToOrder": {
        "zh": "回复",
        "en": "Reply"
      },
      "RequestExtension": {
        "zh": "申请延期",
        "en": "Ask for an extension"
      },
      "DecideExtension": {
        "zh": "审批延期",
        "en": "Decide the extension"
      },
      "AcceptOrderExcuse": {
        "zh": "认可正当理由",
        "en": "Accept an excuse"
      },
      "ReviewReply": {
        "zh": "审核回复",
        "en": "Review the reply"
      },
      "EscalateOrder": {
        "zh": "升级",
        "en": "Escalate"
      },
      "CloseOrder": {
        "zh": "办结",
        "en": "Close"
      },
      "WithdrawOrder": {
        "zh": "撤回",
        "en": "Withdraw"
      }
    },
    "issue": {
      "RaiseIssue": {
        "zh": "提出问题",
        "en": "Raise an issue"
      },
      "AssignIssue": {
        "zh": "交办",
        "en": "Assign"
      },
      "EscalateIssue": {
        "zh": "提级",
        "en": "Escalate"
      },
      "ResolveIssue": {
        "zh": "报告解决",
        "en": "Resolve"
      },
      "RecordReturnVisit": {
        "zh": "回访",
        "en": "Record the return visit"
      },
      "ReopenIssue": {
        "zh": "重新办理",
        "en": "Reopen"
      },
      "CloseIssue": {
        "zh": "销号",
        "en": "Close off"
      }
    },
    "meeting": {
      "ConveneMeeting": {
        "zh": "召集会议",
        "en": "Convene a meeting"
      },
      "SetAgenda": {
        "zh": "确定议题",
        "en": "Set the agenda"
      },
      "HoldMeeting": {
        "zh": "记录召开",
        "en": "Record that it was held"
      },
      "RescheduleMeeting": {
        "zh": "改期",
        "en": "Change the day"
      },
      "CallOffMeeting": {
        "zh": "取消会议",
        "en": "Call the meeting off"
      },
      "AssignTask": {
        "zh": "交办任务",
        "en": "Assign a task"
      },
      "CompleteTask": {
        "zh": "报告任务完成",
        "en": "Report a task as done"
      },
      "ConfirmTask": {
        "zh": "确认任务完成",
        "en": "Confirm a task"
      },
      "ReturnTask": {
        "zh": "退回任务",
        "en": "Send a task back"
      },
      "CancelTask": {
        "zh": "取消任务",
        "en": "Cancel a task"
      },
      "CloseMeeting": {
        "zh": "办结",
        "en": "Close"
      }
    },
    "scheduling-list": {
      "IssueSchedulingList": {
        "zh": "印发清单",
        "en": "Issue the list"
      },
      "CloseOffItem": {
        "zh": "销号",
        "en": "Close off an item"
      },
      "NoteItem": {
        "zh": "更新下一步",
        "en": "Note the next step"
      },
      "CloseSchedulingList": {
        "zh": "办结",
        "en": "Close the list"
      }
    },
    "checklist": {
      "AddItem": {
        "zh": "列入事项",
        "en": "Add an item"
      },
      "ReportItem": {
        "zh": "报告完成",
        "en": "Report an item as done"
      },
      "VerifyItem": {
        "zh": "核实",
        "en": "Verify an item"
      },
      "RemoveItem": {
        "zh": "移除事项",
        "en": "Remove an item"
      }
    },
    "approval": {
      "AskApproval": {
        "zh": "请求批准",
        "en": "Ask for approval"
      },
      "ApproveProposal": {
        "zh": "批准",
        "en": "Approve"
      },
      "RefuseProposal": {
        "zh": "不批准",
        "en": "Refuse"
      },
      "WithdrawProposal": {
        "zh": "撤回",
        "en": "Withdraw"
      }
    },
    "outreach-record": {
      "RecordOutreach": {
        "zh": "登记招商活动",
        "en": "Record outreach"
      },
      "VoidOutreach": {
        "zh": "作废",
        "en": "Void"
      }
    }
  }
} as const;
