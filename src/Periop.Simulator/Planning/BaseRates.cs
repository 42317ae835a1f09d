namespace Periop.Simulator.Planning;

/// <summary>How often things happen, each with where the figure comes from; "assumed" where there is no source.</summary>
static class BaseRates
{
    // Complications
    public const double DuralTear = .037;               // British Spine Registry 2004 to 2007, 1,410 operations
    public const double NerveInjury = .004;             // same
    public const double RootDeficitLumbarThreeColumn = 4 / 17d; // root deficits after lumbar three-column osteotomies
    public const double InfectionFusion = .012;         // surgical site infections 30 of 3,080
    public const double InfectionLaminectomy = .006;    // same
    public const double InfectionOther = .011;          // British Spine Registry, all operations
    public const double RevisionThreeColumnBy3Months = .123; // 335 patients
    public const double RevisionThreeColumnBy1Year = .176;   // same
    public const double RodBreakageTwoRods = .25;       // after pedicle subtraction, PMC6057497; none with four rods
    public const double NonUnionTwoRods = .25;          // same
    public const double NonUnionFourRods = .034;        // same
    public const double ReadmissionForInfection = 54 / 2559d;
    public const double DeepVeinThrombosis = .007;      // assumed
    public const double PulmonaryEmbolism = .003;       // assumed
    public const double ChronicPain = .12;              // assumed
    public const double DeathWithin90Days = .004;       // assumed

    /// <summary>Change of the monitored signals: 26.6 percent of 169 operations, Int J Spine Surg 16(3):548.</summary>
    public const double NeuromonitoringAlert = .266;

    /// <summary>Units of red cells from which the VASQIP definition of 2004 speaks of a blood-loss complication.</summary>
    public const int UnitsOfBloodLossComplication = 5;

    // Follow-up: Swespine has about 85 percent, after one year about 70
    public const double SeenAt6Weeks = .92;             // assumed
    public const double SeenAt90Days = .85;
    public const double SeenAt12Months = .70;

    // How milestones are entered: 1,240 events in 202 operations, J Med Syst 2026, 10.1007/s10916-026-02346-9
    public const double EnteredLate = .514;
    public const double WrongWhenPrompt = .013;
    public const double WrongWhenOver20Minutes = .3843;
    public const double WrongOverall = .1701;
    public const double ClosureCaptured = .9208;

    /// <summary>Not published. With half of the late entries over 20 minutes, it is what makes the published overall rate come out.</summary>
    public const double WrongWhenDelayed =
        (WrongOverall - (1 - EnteredLate) * WrongWhenPrompt - EnteredLate / 2 * WrongWhenOver20Minutes) / (EnteredLate / 2);

    // The day, all assumed
    public const double Cancelled = .03;
    public const double AbortedInTheRoom = .004;
    public const double EnteredInError = .005;
    public const double Delayed = .2;
    public const double SentTwice = .02;
    public const double TimeOutRecordedAfterIncision = .015;
    public const double LevelOutsideThePlan = .02;
    public const double CountDiscrepancy = .02;
    public const double Replaced = .08;
    public const double Retracted = .05;
    public const double TimesCompared = .6;

    // The past, all assumed
    public const double PastTimesCompared = .045;
    public const double FalseAlarm = .025;
    public const double CodedOtherwise = .09;
    public const double ReportedLate = .08;
}
