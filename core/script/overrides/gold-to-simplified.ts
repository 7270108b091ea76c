/**
 * The same for the Simplified view. The Traditional of Hong Kong and of no region are round trips of Simplified texts, whose
 * titles they carry.
 */
export const GOLD_CONTEXTS_TO_SIMPLIFIED = `
mixed>cn | 著力破解 | 着力破解 | 教育是黨之大計,國之大計 | 2022 | OpenCC writes 著力
mixed>cn | 為教育事業發展 | 为教育事业发展 | 教育是黨之大計,國之大計 | 2022 | OpenCC alone is right
mixed>cn | 推進臺江教育 | 推进台江教育 | 教育是黨之大計,國之大計 | 2022 | OpenCC alone is right
mixed>cn | 凱里學院 | 凯里学院 | 教育是黨之大計,國之大計 | 2022 | OpenCC alone is right
mixed>cn | 師生自覺 | 师生自觉 | 教育是黨之大計,國之大計 | 2022 | OpenCC alone is right
mixed>cn | 要著眼提質增效 | 要着眼提质增效 | 全市教育發展大會召開 | 2023 | OpenCC writes 要著眼
mixed>cn | 關于教育的 | 关于教育的 | 全市教育發展大會召開 | 2023 | OpenCC alone is right
mixed>cn | 李衛國 | 李卫国 | 全市教育發展大會召開 | 2023 | OpenCC alone is right
mixed>cn | 經驗和面臨的新形勢 | 经验和面临的新形势 | 陽山召開2023年縣委教育工作領導小組會議 | 2023 | OpenCC alone is right
Hans>cn | 开工周至至乾县 | 开工周至至乾县 | 2026年陕西省政府工作报告 | 2026 | OpenCC writes 至干县
Hans>cn | 昇腾生态适配中心 | 昇腾生态适配中心 | 2026年广东省政府工作报告 | 2026 | OpenCC writes 升腾
Hans>cn | 未破坏土地并易于复垦 | 未破坏土地并易于复垦 | 北京市实施《农民专业合作社法》办法 | 2009 | OpenCC writes 破坯土
Hant-TW>cn | 關於單位財產 | 关于单位财产 | 行政院海岸巡防署海岸巡防總局辦事細則 | 2001 | OpenCC writes 关於单
Hant-TW>cn | 徵用、徵調及各項調度 | 征用、征调及各项调度 | 傳染病防治醫療網作業辦法 | 2000 | OpenCC writes 、徵调
Hant-TW>cn | 附著於原料、半成 | 附着于原料、半成 | 菸製造業良好衛生標準 | 2004 | OpenCC writes 附著于
Hans>cn | 已处于潜伏期的感染 | 已处于潜伏期的感染 | 传染病防治法 | 2013 | OpenCC alone is right
Hant>cn | 已處於潛伏期的感染 | 已处于潜伏期的感染 | 传染病防治法 | 2013 | OpenCC writes 处於潜
Hant>cn | 用於單個現代化海洋牧場 | 用于单个现代化海洋牧场 | 2026年广东省政府工作报告 | 2026 | OpenCC writes 用於单
Hant-HK>cn | 用於單個現代化海洋牧場 | 用于单个现代化海洋牧场 | 2026年广东省政府工作报告 | 2026 | OpenCC writes 用於单
Hant-TW>cn | 國際政經發展甚鉅 | 国际政经发展甚巨 | 伊拉克戰爭結束後的聲明 | 2003 | OpenCC writes 甚钜
Hant-TW>cn | 昇騰生態適配中心 | 昇腾生态适配中心 | 2026年广东省政府工作报告 | 2026 | OpenCC writes 升腾
Hant-HK>cn | 昇騰生態適配中心 | 昇腾生态适配中心 | 2026年广东省政府工作报告 | 2026 | OpenCC writes 升腾
Hant>cn | 登了一些翻譯文章和原著 | 登了一些翻译文章和原著 | 北京共产主义组织的报告 (一大) | 1921 | OpenCC alone is right
Hant-TW>cn | 登了一些翻譯文章和原著 | 登了一些翻译文章和原著 | 北京共产主义组织的报告 (一大) | 1921 | OpenCC writes 原着
Hant-TW>cn | 見微知著，防患於未然 | 见微知著，防患于未然 | 2004年中华人民共和国国务院政府工作报告 | 2004 | OpenCC writes 知着，
Hant-HK>cn | 見微知著，防患於未然 | 见微知著，防患于未然 | 2004年中华人民共和国国务院政府工作报告 | 2004 | OpenCC alone is right
Hant-TW>cn | 聲譽卓著者 | 声誉卓著者 | 監察院組織法 | 2020 | OpenCC alone is right
Hant-TW>cn | 組合或編排他人著作而成之編著或其他非 | 组合或编排他人著作而成之编著或其他非 | 法官法施行細則 | 2023 | OpenCC writes 编着或
Hant-TW>cn | 著有成績 | 著有成绩 | 中央警察大學臺灣警察專科學校教官資格審查辦法 | 2020 | OpenCC writes 着有
Hant-TW>cn | 構認定在農業上有利用價值之專著或發明 | 构认定在农业上有利用价值之专著或发明 | 基層農會會員資格審查及認定辦法 | 2023 | OpenCC writes 专着或
Hant-TW>cn | 教學研究論著審查與獎勵建議事項 | 教学研究论著审查与奖励建议事项 | 臺灣警察專科學校辦事細則 | 2008 | OpenCC writes 论着审
Hant-TW>cn | 國內技術與經濟發展無顯著負面影響 | 国内技术与经济发展无显著负面影响 | 中央研究院科學技術研究發展成果歸屬及運用辦法 | 2023 | OpenCC alone is right
Hant-TW>cn | 閱覽或藉助科技得以閱覽或理解之文書或 | 阅览或借助科技得以阅览或理解之文书或 | 檔案法施行細則 | 2020 | OpenCC alone is right
Hant-TW>cn | 策畫政治教官之甄選及研究進修 | 策划政治教官之甄选及研究进修 | 國軍政治教育實施辦法 | 2000 | OpenCC writes 策画政
Hant-TW>cn | 藉由各級管理階層實施查核 | 借由各级管理阶层实施查核 | 菸製造業良好衛生標準 | 2015 | OpenCC alone is right
Hant-TW>cn | 不得藉故拒絕正常工作時間以外 | 不得借故拒绝正常工作时间以外 | 國軍評價聘任人員管理準則 | 1998 | OpenCC alone is right
Hant-TW>cn | 藉端要挾 | 借端要挟 | 中央警察大學學生（員）獎懲規則 | 2018 | OpenCC alone is right
Hant-TW>cn | 都市計畫土地使用管制與建築管 | 都市计划土地使用管制与建筑管 | 行政院國家科學委員會中部科學工業園區管理局組織法 | 2015 | OpenCC alone is right
Hant-TW>cn | 市場定位與頻道規畫之執行情形 | 市场定位与频道规划之执行情形 | 衛星廣播電視事業及境外衛星廣播電視事業評鑑審查辦法 | 2018 | OpenCC writes 规画之
Hant-TW>cn | 郵件之裝卸由穿著制服之郵局人 | 邮件之装卸由穿着制服之邮局人 | 汽車運輸業代運郵件規則 | 2000 | OpenCC alone is right
Hant-TW>cn | 承辦人員須即著手辦理 | 承办人员须即着手办理 | 公務員懲戒委員會辦事細則 | 2011 | OpenCC alone is right
Hant-TW>cn | 應著重機關整體策略與未來業務 | 应着重机关整体策略与未来业务 | 司法院及所屬機關員額管理辦法 | 2013 | OpenCC alone is right
Hant-TW>cn | 附著於土地之礦 | 附着于土地之矿 | 中華民國憲法 | 1947 | OpenCC writes 附著于
Hant-TW>cn | 習幹部或公差勤務成績卓著足為 | 习干部或公差勤务成绩卓著足为 | 臺灣警察專科學校學（員）生獎懲規則 | 2014 | OpenCC writes 卓着足
Hant-TW>cn | 其成績特優或有專門著作 | 其成绩特优或有专门著作 | 初級警察教育規程 | 1994 | OpenCC alone is right
Hant-TW>cn | 愛護學校團體有顯著事蹟 | 爱护学校团体有显著事迹 | 臺灣警察專科學校學（員）生獎懲規則 | 2014 | OpenCC alone is right
Hant-TW>cn | 並徵詢私立學校意見 | 并征询私立学校意见 | 私立學校法施行細則 | 2020 | OpenCC alone is right
Hant-TW>cn | 指扣抵稽徵機關核定當年度營利 | 指扣抵稽征机关核定当年度营利 | 民間機構參與重大公共建設營利事業股東適用投資抵減辦法 | 2017 | OpenCC alone is right
Hant-TW>cn | 簡單之乾燥 | 简单之干燥 | 原產地證明書及加工證明書管理辦法 | 2023 | OpenCC alone is right
Hant-TW>cn | 二氧化碳或乾粉滅火器一個 | 二氧化碳或干粉灭火器一个 | 氣墊船管理規則 | 2012 | OpenCC alone is right
Hant-TW>cn | 會計師查核簽證有限合夥登記出 | 会计师查核签证有限合伙登记出 | 會計師查核簽證有限合夥登記出資額辦法 | 2015 | OpenCC alone is right
Hant-TW>cn | 股票編號或證券存摺 | 股票编号或证券存折 | 營利事業適用生技醫藥公司股東投資抵減辦法 | 2023 | OpenCC alone is right
Hant-TW>cn | 沈澱分離器 | 沉淀分离器 | 危害性化學品標示及通識規則 | 2018 | OpenCC alone is right
Hant-TW>cn | 為使承辦人員明瞭歸檔案卷之檔 | 为使承办人员明了归档案卷之档 | 司法院檔案管理辦法 | 2003 | OpenCC alone is right
Hant-TW>cn | 主管機關為瞭解長照機構之狀況 | 主管机关为了解长照机构之状况 | 長期照顧服務機構設立許可及管理辦法 | 2022 | OpenCC alone is right
Hant-TW>cn | 移請立法院覆議 | 移请立法院覆议 | 中華民國憲法 | 1947 | OpenCC alone is right
Hant-TW>cn | 其餘為委任 | 其余为委任 | 國民大會秘書處組織規程 | 1978 | OpenCC alone is right
Hant-TW>cn | 善內部設施費及福利站盈餘 | 善内部设施费及福利站盈余 | 軍事監所教誨教育實施辦法 | 2000 | OpenCC alone is right
Hant-TW>cn | 回覆事項 | 回复事项 | 行政院海岸巡防署海岸巡防總局辦事細則 | 2018 | OpenCC alone is right
Hant-TW>cn | 內外各種資料與諮詢之答覆 | 内外各种资料与咨询之答复 | 國立中央圖書館臺灣分館組織條例 | 2014 | OpenCC alone is right
Hant-TW>cn | 並經管理委員會審議通過後執行 | 并经管理委员会审议通过后执行 | 國防醫學院軍事教育基金管理及監督辦法 | 2024 | OpenCC alone is right
Hant-TW>cn | 檢察官或利害關係人之 | 检察官或利害关系人之 | 教育部主管教育事務財團法人設立許可及監督準則 | 2003 | OpenCC alone is right
Hant-TW>cn | 學生於休學期間應徵服役 | 学生于休学期间应征服役 | 大學及獨立學院學生學籍規則 | 1995 | OpenCC alone is right
Hant-TW>cn | 而需被授權人投入鉅額資金或提 | 而需被授权人投入巨额资金或提 | 國防部科學技術研究發展成果歸屬及運用辦法 | 2019 | OpenCC alone is right
Hant-TW>cn | 提昇旅遊品質或保障旅客權益 | 提升旅游品质或保障旅客权益 | 優良觀光產業及其從業人員表揚辦法 | 2024 | OpenCC alone is right
Hant-TW>cn | 年報之封裏應刊載下列事項 | 年报之封里应刊载下列事项 | 票券金融公司年報應行記載事項準則 | 2024 | OpenCC alone is right
Hant-TW>cn | 陞遷之研究建議及執行規劃事 | 升迁之研究建议及执行规划事 | 行政院人事行政局組織條例 | 2014 | OpenCC alone is right
Hant-TW>cn | 形及不經公告審查程序逕行邀請 | 形及不经公告审查程序径行邀请 | 機關邀請或委託文化藝術專業人士機構團體提供藝文服務作業辦法 | 2021 | OpenCC alone is right
Hant-TW>cn | 銷毀或其他停止蒐集 | 销毁或其他停止搜集 | 內政部指定殯葬服務業個人資料檔案安全維護管理辦法 | 2021 | OpenCC alone is right
Hant-TW>cn | 應併同發給警槍執照 | 应并同发给警枪执照 | 各級警察機關學校武器彈藥統籌調配辦法 | 2019 | OpenCC alone is right
Hant-TW>cn | 公司已判決確定或尚在繫屬中之 | 公司已判决确定或尚在系属中之 | 票券金融公司年報應行記載事項準則 | 2024 | OpenCC alone is right
Hant-TW>cn | 指菸品主要之構成原料 | 指烟品主要之构成原料 | 菸製造業良好衛生標準 | 2015 | OpenCC alone is right
Hant-TW>cn | 軟體及週邊設備規劃 | 软体及周边设备规划 | 國家圖書館辦事細則 | 2012 | OpenCC alone is right
Hant-TW>cn | 轉換至學校以外之其他雇主工作 | 转换至学校以外之其他雇主工作 | 各級學校申請外國教師聘僱許可及管理辦法 | 2022 | OpenCC alone is right
Hant-TW>cn | 依外國專業人才延攬及僱用法 | 依外国专业人才延揽及雇用法 | 各級學校申請外國教師聘僱許可及管理辦法 | 2022 | OpenCC alone is right
Hant-TW>cn | 各標的水資源污染處理及防治事 | 各标的水资源污染处理及防治事 | 經濟部水利署北區水資源局辦事細則 | 2024 | OpenCC alone is right
Hant-TW>cn | 準用公務人員保險法第十六條規 | 准用公务人员保险法第十六条规 | 中華電信股份有限公司條例 | 2014 | OpenCC alone is right
Hant-TW>cn | 准許閱覽者 | 准许阅览者 | 考試院檔案申請閱覽規則 | 2006 | OpenCC alone is right
Hant-TW>cn | 並依本法公告或核准再使用或再 | 并依本法公告或核准再使用或再 | 資源回收再利用法 | 2009 | OpenCC alone is right
Hant-TW>cn | 本憲法施行之準備程序 | 本宪法施行之准备程序 | 中華民國憲法 | 1947 | OpenCC alone is right
Hant-TW>cn | 依下列標準收取之 | 依下列标准收取之 | 公證法 | 2019 | OpenCC alone is right
Hant-TW>cn | 應製作服務紀錄 | 应制作服务纪录 | 疑似發展遲緩兒童通報流程及檔案管理辦法 | 2022 | OpenCC alone is right
Hant-TW>cn | 定期編製收支報表 | 定期编制收支报表 | 海洋委員會科學技術研究發展成果歸屬及運用辦法 | 2024 | OpenCC alone is right
Hant-TW>cn | 令制定公布全文 | 令制定公布全文 | 軍事教育條例 | 2016 | OpenCC alone is right
Hant-TW>cn | 健全教育體制 | 健全教育体制 | 教育基本法 | 2013 | OpenCC alone is right
Hant-TW>cn | 本規程依臺灣省政府功能業務與 | 本规程依台湾省政府功能业务与 | 國立臺中圖書館暫行組織規程 | 2008 | OpenCC alone is right
Hant-TW>cn | 桃園區農業改良場為台北縣 | 桃园区农业改良场为台北县 | 行政院農業委員會各區農業改良場暫行組織規程 | 2010 | OpenCC alone is right
Hant-TW>cn | 不得徵收任何費用 | 不得征收任何费用 | 鄉鎮市調解條例 | 2023 | OpenCC alone is right
Hant-TW>cn | 得循公開招標方式公告徵求投資 | 得循公开招标方式公告征求投资 | 漁港法 | 2006 | OpenCC alone is right
Hant-TW>cn | 攝之微縮片編號或承接本捲 | 摄之微缩片编号或承接本卷 | 檔案微縮儲存管理實施辦法 | 2005 | OpenCC alone is right
Hant-TW>cn | 復原重建或災害以外之緊急情況 | 复原重建或灾害以外之紧急情况 | 遙控無人機管理規則 | 2022 | OpenCC alone is right
Hant-TW>cn | 任何複製行為 | 任何复制行为 | 應考人申請複查成績辦法 | 2022 | OpenCC alone is right
Hant-TW>cn | 准予恢復訓練及學習 | 准予恢复训练及学习 | 八十二年特種考試臺灣省、福建省基層公務人員考試錄取人員訓練及 | 2010 | OpenCC alone is right
Hant-TW>cn | 簽署經查明不實或重複 | 签署经查明不实或重复 | 監察院監察委員選舉罷免法施行條例 | 2003 | OpenCC alone is right
Hant-TW>cn | 且不得干涉其他組別之評審內容 | 且不得干涉其他组别之评审内容 | 中華民國一百零六年度廣播金鐘獎獎勵辦法 | 2017 | OpenCC alone is right
Hant-TW>cn | 得視實際需要置管理員若干人 | 得视实际需要置管理员若干人 | 公寓大廈及社區安全管理辦法 | 2003 | OpenCC alone is right
Hant-TW>cn | 養有為有守之革命典型幹部為主 | 养有为有守之革命典型干部为主 | 國軍政治教育實施辦法 | 2000 | OpenCC alone is right
Hant-TW>cn | 使用後應清潔乾淨 | 使用后应清洁干净 | 菸製造業良好衛生標準 | 2015 | OpenCC alone is right
Hant-TW>cn | 會計年度之起迄以曆年制為準 | 会计年度之起迄以历年制为准 | 教育部主管教育事務財團法人設立許可及監督準則 | 2003 | OpenCC alone is right
Hant-TW>cn | 並應考核其歷年辦理成績 | 并应考核其历年办理成绩 | 私立學校法施行細則 | 2020 | OpenCC alone is right
Hant-TW>cn | 及具備對敵鬥爭技術 | 及具备对敌斗争技术 | 國軍政治教育實施辦法 | 2000 | OpenCC alone is right
Hant-TW>cn | 士養成各個基本教練及戰鬥教練 | 士养成各个基本教练及战斗教练 | 初級警察教育規程 | 1994 | OpenCC alone is right
Hant-TW>cn | 後勤科掌理事項如下 | 后勤科掌理事项如下 | 內政部警政署保安警察第一總隊辦事細則 | 2013 | OpenCC alone is right
Hant-TW>cn | 係指下列公告品項 | 系指下列公告品项 | 嚴重急性呼吸道症候群防治及紓困暫行條例 | 2005 | OpenCC alone is right
Hant-TW>cn | 負有與室內各單位密切聯繫協調 | 负有与室内各单位密切联系协调 | 審計部臺灣省嘉義縣審計室辦事細則 | 2023 | OpenCC alone is right
Hant-TW>cn | 為維繫自然系統 | 为维系自然系统 | 海岸管理法 | 2015 | OpenCC alone is right
Hant-TW>cn | 教授鐘點費 | 教授钟点费 | 辦理不動產估價師專業訓練機關構學校團體及專業訓練或與其相當之 | 2023 | OpenCC alone is right
Hant-TW>cn | 訂定發布全文 | 订定发布全文 | 國家中山科學研究院改制行政法人繼續任用軍職人員人事管理辦法 | 2014 | OpenCC alone is right
Hant-TW>cn | 得要求受處分人理剃鬚髮與沐浴 | 得要求受处分人理剃须发与沐浴 | 保安處分處所戒護辦法 | 2022 | OpenCC alone is right
Hant-TW>cn | 算書中明列補助項目及範圍之補 | 算书中明列补助项目及范围之补 | 教育部教育經費分配審議委員會設置及審議辦法 | 2021 | OpenCC alone is right
Hant-TW>cn | 事件通報及颱風期間外籍漁船進 | 事件通报及台风期间外籍渔船进 | 交通部基隆港務局辦事細則 | 2004 | OpenCC alone is right
Hant-TW>cn | 央主管機關指定之檢查櫃檯申請 | 央主管机关指定之检查柜台申请 | 動物及其產品進出金門馬祖地區檢查規則 | 2023 | OpenCC alone is right
Hant-TW>cn | 具有豐富社會知識經驗 | 具有丰富社会知识经验 | 法院設置民事調解委員辦法 | 2021 | OpenCC alone is right
Hant-TW>cn | 及成本中心相關事宜彙整與分析 | 及成本中心相关事宜汇整与分析 | 行政院衛生署金門醫院辦事細則（95.08.24訂定） | 2013 | OpenCC alone is right
Hant-TW>cn | 外匯交易收盤即期買入匯率折算 | 外汇交易收盘即期买入汇率折算 | 押標金保證金暨其他擔保作業辦法 | 2019 | OpenCC alone is right
Hant-TW>cn | 造成輕鬆 | 造成轻松 | 國軍政治教育實施辦法 | 2000 | OpenCC alone is right
Hant-TW>cn | 標籤查驗證明書之核發 | 标签查验证明书之核发 | 經濟部標準檢驗局新竹分局辦事細則 | 2024 | OpenCC alone is right
Hant-TW>cn | 但應檢討變更簽署授權人 | 但应检讨变更签署授权人 | 國家中山科學研究院公有財產管理辦法 | 2023 | OpenCC alone is right
Hant-TW>cn | 其他具有急性及嚴重性症狀 | 其他具有急性及严重性症状 | 教育部主管各級學校緊急傷病處理準則 | 2021 | OpenCC alone is right
Hant-TW>cn | 豬隻以外之偶蹄類動物 | 猪只以外之偶蹄类动物 | 動物及其產品進出金門馬祖地區檢查規則 | 2023 | OpenCC alone is right
Hant-TW>cn | 稽核小組成員約定利益衝突之迴 | 稽核小组成员约定利益冲突之回 | 農業部所管特定非公務機關資通安全管理作業辦法 | 2024 | OpenCC alone is right
Hant-TW>cn | 縮攝及沖片設備均應符合國家標 | 缩摄及冲片设备均应符合国家标 | 檔案微縮儲存管理實施辦法 | 2005 | OpenCC alone is right
Hant>cn | 原告申請撤訴被裁定准許的 | 原告申请撤诉被裁定准许的 | 最高人民法院关于审理环境民事公益诉讼案件适用法律若干问题的解释 | 2020 | OpenCC alone is right
Hant-HK>cn | 技能導向的薪酬分配制度 | 技能导向的薪酬分配制度 | 2025年中华人民共和国国务院政府工作报告 | 2025 | OpenCC alone is right
Hant>cn | 當建立培訓需求調研制度 | 当建立培训需求调研制度 | 行政学院工作条例 | 2009 | OpenCC alone is right
Hant-HK>cn | 國務院正着手制定有關全民所有制工業 | 国务院正着手制定有关全民所有制工业 | 1992年中华人民共和国国务院政府工作报告 | 1992 | OpenCC alone is right
Hant>cn | 協調可持續發展提供制度保障 | 协调可持续发展提供制度保障 | 2005年中华人民共和国国务院政府工作报告 | 2005 | OpenCC alone is right
Hant-HK>cn | 所屬氣象台站統一發佈 | 所属气象台站统一发布 | 上海市气象条例 | 2024 | OpenCC alone is right
Hant>cn | 廣告經營者和廣告發佈者應當依法查驗有關 | 广告经营者和广告发布者应当依法查验有关 | 上海市地方金融监督管理条例 | 2020 | OpenCC alone is right
Hant>cn | 年人提供網絡直播發佈者賬號註冊服務 | 年人提供网络直播发布者账号注册服务 | 未成年人保护法 | 2020 | OpenCC alone is right
Hant-HK>cn | 確保按時足額發放 | 确保按时足额发放 | 2022年中华人民共和国国务院政府工作报告 | 2022 | OpenCC alone is right
Hant>cn | 的企業實行了工人參加管理 | 的企业实行了工人参加管理 | 1959年中华人民共和国国务院政府工作报告 | 1959 | OpenCC alone is right
Hant-HK>cn | 門應當當場核發准養證和犬牌 | 门应当当场核发准养证和犬牌 | 温州市养犬管理条例 | 2020 | OpenCC alone is right
Hant>cn | 幼兒園不得採用小學化的教育方式 | 幼儿园不得采用小学化的教育方式 | 学前教育法 | 2024 | OpenCC alone is right
Hant-HK>cn | 應當根據病情採取必要的治療和控制傳 | 应当根据病情采取必要的治疗和控制传 | 传染病防治法 | 2013 | OpenCC alone is right
Hant>cn | 保護發明創造 | 保护发明创造 | 2017年中华人民共和国国务院政府工作报告 | 2017 | OpenCC alone is right
Hant>cn | 日起十個工作日內覈定下達 | 日起十个工作日内核定下达 | 洛阳市节约用水条例 | 2010 | OpenCC alone is right
Hant-HK>cn | 日起十個工作日內核定下達 | 日起十个工作日内核定下达 | 洛阳市节约用水条例 | 2010 | OpenCC alone is right
Hant>cn | 應當進行複覈 | 应当进行复核 | 杭州市绩效管理条例 | 2015 | OpenCC alone is right
Hant-HK>cn | 決定是否正確進行複查 | 决定是否正确进行复查 | 专利法实施细则 | 2023 | OpenCC alone is right
Hant>cn | 醫院要全部參與並發揮引領作用 | 医院要全部参与并发挥引领作用 | 2017年中华人民共和国国务院政府工作报告 | 2017 | OpenCC alone is right
Hant-HK>cn | 展開了我國歷史上救援速度最快 | 展开了我国历史上救援速度最快 | 2009年中华人民共和国国务院政府工作报告 | 2009 | OpenCC alone is right
Hant>cn | 要通過對過去六年歷史性勝利的總結 | 要通过对过去六年历史性胜利的总结 | 全面开创社会主义现代化建设的新局面 (十二大) | 1982 | OpenCC alone is right
Hant-HK>cn | 復烤煙葉統稱煙草製品 | 复烤烟叶统称烟草制品 | 济南市烟草专卖管理条例 | 2012 | OpenCC alone is right
Hant>cn | 五年內擴大菸葉的播種面積一百多萬 | 五年内扩大烟叶的播种面积一百多万 | 1955年中华人民共和国国务院政府工作报告 | 1955 | OpenCC alone is right
Hant>cn | 由債務人製作重整計劃草案 | 由债务人制作重整计划草案 | 企业破产法 | 2006 | OpenCC alone is right
Hant-HK>cn | 體印製資格資質單位製作 | 体印制资格资质单位制作 | 北京市保守国家秘密条例 | 2021 | OpenCC alone is right
Hant>cn | 長江幹流重慶段水質實現 | 长江干流重庆段水质实现 | 2026年重庆市政府工作报告 | 2026 | OpenCC alone is right
Hant-HK>cn | 應當向有關主管機關註冊 | 应当向有关主管机关注册 | 国际货物运输代理业管理规定 | 1995 | OpenCC alone is right
Hant>cn | 由地方稅務機關徵收後全額上繳中央金 | 由地方税务机关征收后全额上缴中央金 | 国务院关于进一步完善文化经济政策的若干规定 | 1996 | OpenCC alone is right
Hant-HK>cn | 村民和鄉村醫生發現違法辦理鄉村醫生執 | 村民和乡村医生发现违法办理乡村医生执 | 乡村医生从业管理条例 | 2003 | OpenCC alone is right
Hant>cn | 應當包括發展循環經濟的內容 | 应当包括发展循环经济的内容 | 山东省循环经济条例 | 2016 | OpenCC alone is right
Hant>cn | 業根據用戶的要求簽定協議後 | 业根据用户的要求签定协议后 | 山东省邮政条例 | 2012 | OpenCC alone is right
Hant-HK>cn | 業根據用户的要求簽定協議後 | 业根据用户的要求签定协议后 | 山东省邮政条例 | 2012 | OpenCC alone is right
Hant>cn | 成爲應對衝擊的關鍵舉措 | 成为应对冲击的关键举措 | 2023年中华人民共和国国务院政府工作报告 | 2023 | OpenCC alone is right
Hant-HK>cn | 無需通過衝突規範指引而直接適用 | 无需通过冲突规范指引而直接适用 | 最高人民法院关于适用《涉外民事关系法律适用法》若干问题的解释（一） | 2020 | OpenCC alone is right
Hant>cn | 一定比例政府資金發起設立或者參股的私募 | 一定比例政府资金发起设立或者参股的私募 | 私募投资基金监督管理条例 | 2023 | OpenCC alone is right
Hant-HK>cn | 期貨經紀機構編發的供本機構內部使用的 | 期货经纪机构编发的供本机构内部使用的 | 证券、期货投资咨询管理暂行办法 | 1997 | OpenCC alone is right
Hant>cn | 和革命精神的不斷發揚 | 和革命精神的不断发扬 | 全面开创社会主义现代化建设的新局面 (十二大) | 1982 | OpenCC alone is right
Hant-HK>cn | 所提供的複印件上簽章 | 所提供的复印件上签章 | 职业病防治法 | 2018 | OpenCC alone is right
Hant>cn | 機動車登記證書上簽註備案事項 | 机动车登记证书上签注备案事项 | 洛阳市道路交通安全条例 | 2013 | OpenCC alone is right
Hant>cn | 共交通工具和有關系統 | 共交通工具和有关系统 | 城市公共交通条例 | 2024 | OpenCC alone is right
Hant-HK>cn | 省級低空智能網聯系統 | 省级低空智能网联系统 | 2026年安徽省政府工作报告 | 2026 | OpenCC alone is right
Hant>cn | 強權政治和新干涉主義有所上升 | 强权政治和新干涉主义有所上升 | 坚定不移沿着中国特色社会主义道路前进 为全面建成小康社会而奋斗 (十八大) | 2012 | OpenCC alone is right
Hant-HK>cn | 屬氣象台站應當對颱風 | 属气象台站应当对台风 | 上海市气象条例 | 2024 | OpenCC alone is right
Hant>cn | 易發干擾地段的日常無線電 | 易发干扰地段的日常无线电 | 重庆市铁路安全管理条例 | 2022 | OpenCC alone is right
Hant-HK>cn | 我們總結發展社會主義民主正反兩 | 我们总结发展社会主义民主正反两 | 坚定不移沿着中国特色社会主义道路前进 为全面建成小康社会而奋斗 (十八大) | 2012 | OpenCC alone is right
Hant>cn | 青粵綠電外送通道儘早覈准開工 | 青粤绿电外送通道尽早核准开工 | 2026年青海省政府工作报告 | 2026 | OpenCC alone is right
Hant>cn | 堅持一個中國原則和 | 坚持一个中国原则和 | 2025年中华人民共和国国务院政府工作报告 | 2025 | OpenCC alone is right
Hant-HK>cn | 堅持一個中國原則和 | 坚持一个中国原则和 | 2025年中华人民共和国国务院政府工作报告 | 2025 | OpenCC alone is right
Hant>cn | 以並處吊銷發票准印證 | 以并处吊销发票准印证 | 发票管理办法 | 2019 | OpenCC alone is right
Hant-HK>cn | 適應農村商品交換發展的新形勢 | 适应农村商品交换发展的新形势 | 1984年中华人民共和国国务院政府工作报告 | 1984 | OpenCC alone is right
mixed>cn | 黨員干部、師生自覺 | 党员干部、师生自觉 | 教育是黨之大計,國之大計 | 2022 | OpenCC alone is right
mixed>cn | 進一步指明了方向 | 进一步指明了方向 | 教育是黨之大計,國之大計 | 2022 | OpenCC alone is right
mixed>cn | 凈化社會環境 | 净化社会环境 | 全市教育發展大會召開 | 2023 | OpenCC alone is right
mixed>cn | 干事創業的動力活力 | 干事创业的动力活力 | 全市教育發展大會召開 | 2023 | OpenCC alone is right
mixed>cn | 采取堅強有力的措施 | 采取坚强有力的措施 | 陽山召開2023年縣委教育工作領導小組會議 | 2023 | OpenCC alone is right
mixed>cn | 多措并舉 | 多措并举 | 陽山召開2023年縣委教育工作領導小組會議 | 2023 | OpenCC alone is right
mixed>cn | 智慧教育云平臺 | 智慧教育云平台 | 陽山召開2023年縣委教育工作領導小組會議 | 2023 | OpenCC alone is right
`;
