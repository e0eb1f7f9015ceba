// What news says and what is read of it: sentence and reading side by side.

#include "support/value_text.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace atodds {
namespace {

struct Row {
    std::string_view text;
    std::string_view values;
};

template <std::size_t Size>
void check_rows(const Row (&rows)[Size]) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(test::value_text(row.text) == row.values);
    }
}

TEST_CASE("changes, bounds, ranges and hedges of news are read") {
    const Row rows[] = {
        {"At least 17 people were dead and 40 injured after the blast.",
         "At least 17=17.. [people]; 40=40 [injured]"},
        {"The quake killed as many as 2,300 people, officials said.",
         "as many as 2,300=..2300 [people]"},
        {"No fewer than 12 firms signed on.", "No fewer than 12=12.. [firms]"},
        {"Shares rose 3.2 percent to $41.50.", "3.2 percent=3.2 % up; $41.50=41.5 $"},
        {"Shares of the carmaker fell by 4.1% to 12.35 euros.",
         "4.1%=4.1 % down; 12.35 euros=12.35 EUR"},
        {"The stake was cut from 30% to 12.5%.", "from 30% to 12.5%=30 to 12.5 %"},
        {"The tariff will rise from 10 to 25 percent on Aug. 1.",
         "from 10 to 25 percent=10 to 25 %; Aug. 1=date"},
        {"The price went from $30 a barrel to $50 a barrel.",
         "from $30 a barrel to $50=30 to 50 $ /barrel"},
        {"Prices rose by 30 to 50 percent.", "30 to 50 percent=30..50 %"},
        {"Unemployment was down 20 % to 15.", "20 %=20 % down; 15=15"},
        {"The firm is worth nearly $4 trillion.", "$4 trillion=4000000000000 $ nearly"},
        {"Up to 1,500 jobs will go.", "Up to 1,500=..1500 [jobs]"},
        {"About one in three voters is undecided.",
         "one in three=0.333333333333333333 [voters] about"},
        {"Some 40,000 people fled the fighting.", "40,000=40000 [people] about"},
        {"Well over 300 homes burned.", "Well over 300=300<.. [homes]"},
        {"Hartco agreed to hand over 15 percent of its sales.", "15 percent=15 %"},
        {"The heirs turned over 300 letters to the archive.", "300=300 [letters]"},
        {"The bond yield rose 5 basis points to 4.25%.", "5 basis points=0.05 pp up; 4.25%=4.25 %"},
        {"Oil traded above $70 a barrel.", "above $70=70<.. $ /barrel"},
        {"Suspects aged 19 to 24 were held.", "19 to 24=19..24"},
        {"The fund fell 1.5 percentage points behind.", "1.5 percentage points=1.5 pp down"},
        {"Revenue more than doubled to $26 billion.", "doubled=2 times; $26 billion=26000000000 $"},
        {"Output fell by a third.", "a third=0.333333333333333333 down"},
        {"The contract is worth as much as $900 million.", "as much as $900 million=..900000000 $"},
        {"The population grew 0.4 percent to 68.3 million.",
         "0.4 percent=0.4 % up; 68.3 million=68300000"},
        {"Orders totalled 700,000 to 800,000 units.", "700,000 to 800,000=700000..800000 [units]"},
        {"Hundreds of people were evacuated and dozens hurt.",
         "Hundreds=200..<1000 vague; dozens=24..<108 [hurt] vague"},
        {"It lost 1.2 billion won ($900,000).",
         "1.2 billion won=1200000000 KRW down; $900,000=900000 $"},
        {"About 60% to 70% of the chips went to China.", "60% to 70%=60..70 %"},
        {"The firm holds roughly a quarter of the market.", "a quarter=0.25 about"},
        {"The budget is $1.5 million to $2 million.",
         "$1.5 million to $2 million=1500000..2000000 $"},
        {"The bank cut 5 percent of its 80,000 staff.", "5 percent=5 % down; 80,000=80000 [staff]"},
        {"Exports rose 12.4 per cent in the year to June.", "12.4 per cent=12.4 % up; June=date"},
        {"A first tranche of 300,000 to 400,000 chips was ordered.",
         "first=1 rank; 300,000 to 400,000=300000..400000 [chips]"},
        {"The company cut its forecast to between 4 and 5 percent from 6 percent.",
         "between 4 and 5 percent=4..5 %; 6 percent=6 %"},
        {"Fewer than half of the 28 hostages are alive.",
         "Fewer than half=..<0.5; 28=28 [hostages]"},
        {"More than a dozen people were wounded.", "More than a dozen=12<.. [people]"},
        {"Nearly three dozen firms joined.", "three dozen=36 [firms] nearly"},
        {"The index fell 312.5 points, or 0.9 percent, to 34,500.",
         "312.5=312.5 [points] down; 0.9 percent=0.9 %; 34,500=34500"},
        {"Turnout was just under 70 percent.", "70 percent=70 % nearly"},
        {"The cost more than tripled from $2 billion to $7 billion.",
         "tripled=3 times; from $2 billion to $7 billion=2000000000 to 7000000000 $"},
        {"Deaths rose 40% from a year ago to 1,200.", "40%=40 % up; a year ago=date; 1,200=1200"},
        {"Revenue rose to between $3bn and $4bn.",
         "between $3bn and $4bn=3000000000..4000000000 $"},
        {"The toll climbed past 100.", "climbed past 100=100<.."},
        {"The number of cases topped 5,000.", "topped 5,000=5000<.."},
        {"Profit of between 200m and 250m euros is expected.",
         "between 200m and 250m euros=200000000..250000000 EUR"},
        {"Several thousand workers walked out and a few hundred came back.",
         "Several thousand=2000..<10000 [workers] vague; a few hundred=200..<1000 vague"},
        {"It hired 10,000-plus welders.", "10,000-plus=10000.. [welders]"},
        {"Five or six men ran off.", "Five or six=5..6 [men]"},
        {"The fare went from $3 a ride to $4 a ride.", "from $3 a ride to $4=3 to 4 $ /ride"},
        {"More than one in five drivers agree.", "More than one in five=0.2<.. [drivers]"},
        {"The order is worth some 500亿元.", "500亿元=50000000000 CNY about"},
        {"Rates rose 0.5 percentage points to 6 . 2 %.",
         "0.5 percentage points=0.5 pp up; 6 . 2 %=6.2 %"},
    };
    check_rows(rows);
}

TEST_CASE("money and percent of news are read") {
    const Row rows[] = {
        {"Sales jumped to $4.2 billion from $3.1 billion a year earlier.",
         "$4.2 billion=4200000000 $; $3.1 billion=3100000000 $; a year earlier=date"},
        {"Profit dropped to 200 million yuan from 450 million yuan.",
         "200 million yuan=200000000 CNY; 450 million yuan=450000000 CNY"},
        {"The dollar bought 147.2 yen.", "147.2 yen=147.2 JPY"},
        {"Gold was at $3,300 an ounce.", "$3,300=3300 $ /ounce"},
        {"He is a 34-year-old engineer who earns $95,000 a year.",
         "34-year-old=34 year; $95,000=95000 $ /year"},
        {"The blaze burned 12,000 acres, and is 35% contained.",
         "12,000 acres=12000 acre; 35%=35 %"},
        {"Inflation slowed to an annual 2.4% in May from 2.6% in April.",
         "2.4%=2.4 %; May=date; 2.6%=2.6 %; April=date"},
        {"The firm paid a $1.3bn fine, its largest ever.", "$1.3bn=1300000000 $"},
        {"The company spent RMB1.2 billion, or $170m.",
         "RMB1.2 billion=1200000000 CNY; $170m=170000000 $"},
        {"GDP grew an annualised 3 percent in the second quarter.",
         "3 percent=3 %; the second quarter=date"},
        {"The payment was 12 cents a share, up from 10 cents.",
         "12 cents=12 cent /share; 10 cents=10 cent"},
        {"Net income was $1.2 billion, or 45 cents a share.",
         "$1.2 billion=1200000000 $; 45 cents=45 cent /share"},
        {"She paid 500,000 pounds for a house in Leeds.", "500,000 pounds=500000 GBP"},
        {"The deficit narrowed to 3.5% of GDP.", "3.5%=3.5 %"},
        {"The company bought 3m shares at £4.20 each.", "3m=3000000 [shares]; £4.20=4.2 GBP /each"},
        {"The value of the deal was put at 1.2bn euros.", "1.2bn euros=1200000000 EUR"},
        {"The rent is $2,400 per month.", "$2,400=2400 $ /month"},
        {"The gap was 0.2 of a percentage point.", "0.2 of a percentage point=0.2 pp"},
        {"The loan is for 3.5 trillion won.", "3.5 trillion won=3500000000000 KRW"},
        {"A tonne of copper costs $9,500.", "A tonne=1 t; $9,500=9500 $"},
        {"The rate is three quarters of one percent.", "three quarters of one percent=0.75 %"},
    };
    check_rows(rows);
}

TEST_CASE("counts and quantities of news are read") {
    const Row rows[] = {
        {"The toll rose to 83 from 79.", "83=83; 79=79"},
        {"The vote was 218 to 214.", "218=218; 214=214"},
        {"The Senate voted 51-50 to pass it.", ""},
        {"Two-thirds of the 1,200 respondents agreed.",
         "Two-thirds=0.666666666666666667; 1,200=1200 [respondents]"},
        {"The company, which employs 1.4 million people, will hire 20,000 more.",
         "1.4 million=1400000 [people]; 20,000=20000"},
        {"The 6-foot-4 guard scored 30 points.", "6-foot-4=76 in; 30=30 [points]"},
        {"He ran 100 meters in 9.81 seconds.", "100 meters=100 m; 9.81 seconds=9.81 s"},
        {"It sold 2.5 million barrels of oil per day.", "2.5 million barrels=2500000 bbl /day"},
        {"Three of the five judges dissented.", "Three=3; five=5 [judges]"},
        {"The ship was carrying 3,000 tonnes of corn and 1.2 million litres of fuel.",
         "3,000 tonnes=3000 t; 1.2 million litres=1200000 L"},
        {"It has a range of 500 km and a top speed of 200 mph.", "500 km=500 km; 200 mph=200 mph"},
        {"Temperatures hit 104 degrees Fahrenheit (40 Celsius).",
         "104 degrees Fahrenheit=104 F; 40 Celsius=40 C"},
        {"Police arrested 11 men and three women.", "11=11 [men]; three=3 [women]"},
        {"The region has received 15 inches of rain over two days.",
         "15 inches=15 in; two days=172800 s"},
        {"Only 3 in 10 said yes.", "3 in 10=0.3"},
        {"Nine out of ten buyers were foreign.", "Nine out of ten=0.9 [buyers]"},
        {"The tower is 1,776 feet (541 metres) tall.", "1,776 feet=1776 ft; 541 metres=541 m"},
        {"The plant will produce 1.5 GW of power.", "1.5 GW=1.5 GW"},
        {"The army said 3 soldiers died; the rebels claimed 30.", "3=3 [soldiers]; 30=30"},
        {"The stock closed at 182.06, off 0.8 points.", "182.06=182.06; 0.8=0.8 [points]"},
        {"It shipped 22.4m phones.", "22.4m=22400000 [phones]"},
        {"He won by 1,204 votes out of 30,000 cast.", "1,204=1204 [votes]; 30,000=30000 [cast]"},
        {"Four in every ten drivers agree.", "Four in every ten=0.4 [drivers]"},
        {"The 6-foot-4 goalkeeper is 19 years old.", "6-foot-4=76 in; 19 years old=19 year"},
        {"A lab bought 130万 chips for 20亿美元.",
         "130万=1300000 [chips]; 20亿美元=2000000000 USD"},
        {"It ranked fourth-best of 28.", "fourth=4 rank; 28=28"},
    };
    check_rows(rows);
}

TEST_CASE("numbers that name, score, tell the time or call are no values") {
    const std::string_view texts[] = {
        "The H20 is slower than the H100.",
        "The Ascend 910B and 910C compete.",
        "5G and 4G networks cover the town.",
        "An RTX 4090 and an RTX 5090D were seized.",
        "The Airbus A320 and the Boeing 737 MAX landed.",
        "COVID-19 spread quickly.",
        "The G20 and the G7 met.",
        "A B-52 flew beside an F-16.",
        "Version v2.1 runs on iOS 17.4 and Android 14.",
        "Windows 11 is out.",
        "Call 1-800-555-0199 or (212) 555-0147.",
        "Phone +44 20 7946 0958 for help.",
        "His number is 07700 900123.",
        "They won 2-1 and lost 3-0.",
        "The chamber split 51-50.",
        "The court ruled 6-3.",
        "1. Open the lid.",
        "2) Close the lid.",
        "He works at 1600 Pennsylvania Avenue.",
        "She lives at 221B Baker Street.",
        "It starts at 9:30 p.m. and ends at 11 am.",
        "See https://example.com/a/05/12/a-300-word-story for more.",
        "Section 230 shields platforms.",
        "Article 5 was invoked.",
        "Flight 370 vanished; flight MH17 was shot down.",
        "The 787-9 is larger.",
        "Apollo 11 landed.",
        "The iPhone 15 Pro sold well.",
        "Chapter 11 protection was sought.",
        "Room 101 is locked.",
        "Route 66 and Interstate 95 are closed.",
        "Highway 1 is shut.",
        "Channel 4 aired it.",
        "Formula 1 returns.",
        "The S&P 500 and the FTSE 100 rose; the Nikkei 225 fell.",
        "Area 51 is secret.",
        "Form 10-K was filed.",
        "Resolution 2254 was passed.",
        "Rule 10b-5 applies.",
        "No. 10 declined to comment.",
        "The Fortune 500 company left.",
        "The 7-Eleven on Main St. closed.",
        "Vitamin B12 helps.",
        "CO2 and PM2.5 levels rose.",
        "The 70B model is smaller.",
        "The attacks of 9/11 shook all.",
        "It works 24/7.",
        "A 401(k) plan grew.",
        "Phase 2 begins at Gate 14.",
        "Type 2 diabetes rose.",
        "Bus 42 crashed near Pier 39.",
        "The score was 7-6, 6-4.",
        "The M25 and the A1 are jammed.",
        "Host 192.168.100.200 is down.",
        "The answer is on pp. 33-35 of it.",
    };
    for (const std::string_view text : texts) {
        CAPTURE(text);
        CHECK(test::value_text(text).empty());
    }
}

TEST_CASE("a year is a date before a noun, and a count is none behind a month") {
    const Row rows[] = {
        {"In 2024 sales grew.", "2024=date"},
        {"In 2000 people came.", "2000=2000 [people]"},
        {"The class of 2023 left.", "2023=date"},
        {"In the first three months of 2025 profit fell.", "the first three months of 2025=date"},
        {"By 2030 output will double.", "By 2030=date"},
        {"A total of 2025 cases were found.", "2025=2025 [cases]"},
        {"In May 30 people died.", "May=date; 30=30 [people]"},
        {"On Tuesday 12 people were killed.", "Tuesday=date; 12=12 [people]"},
        {"The 2016 election was close.", "2016=date"},
        {"It took 2h30m.", "2h30m=9000 s"},
        {"It took three quarters of an hour.", "three quarters of an hour=2700 s"},
        {"Sales were $3.1 billion a year earlier.",
         "$3.1 billion=3100000000 $; a year earlier=date"},
    };
    check_rows(rows);
}

TEST_CASE("hostile chains of numbers are read in bounded work") {
    const std::string_view parts[] = {
        "1 or ",  "hundred ",   "from 1 up to ", "a few ",       "6-foot-",
        "1.000.", "and first ", "(212) ",        "$3 a day to ", "999999999999999999 hundredths "};
    for (const std::string_view part : parts) {
        CAPTURE(part);
        std::string text;
        while (text.size() < 20000) {
            text += part;
        }
        const std::string all = test::value_text(text);
        CHECK(all.size() < text.size() * 20);
    }
}

}  // namespace
}  // namespace atodds
